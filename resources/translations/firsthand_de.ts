<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Firsthand</source>
        <translation>Über Firsthand</translation>
    </message>
    <message>
        <source>A desk for drafting a novel that knows, for every character, whose it is. It certifies nothing.</source>
        <translation>Ein Schreibtisch für Romane, der von jedem Zeichen weiß, von wem es stammt. Er bescheinigt nichts.</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the LGPL; the page is set in EB Garamond (OFL).</source>
        <translation>Qt und PySide6 werden unter der LGPL genutzt; die Seite ist aus der EB Garamond gesetzt (OFL).</translation>
    </message>
    <message>
        <source>MIT licence.</source>
        <translation>MIT-Lizenz.</translation>
    </message>
    <message>
        <source>What is &amp;inside…</source>
        <translation>Was ist &amp;darin…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>S&amp;epia</source>
        <translation>S&amp;epia</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>My &amp;own paper and ink</source>
        <translation>Mein eigenes Papier und meine ei&amp;gene Tinte</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>Se&amp;ite</translation>
    </message>
    <message>
        <source>&amp;All of the page</source>
        <translation>&amp;Ganze Seite</translation>
    </message>
    <message>
        <source>Focus on the &amp;paragraph</source>
        <translation>Nur der &amp;Absatz</translation>
    </message>
    <message>
        <source>Focus on the &amp;sentence</source>
        <translation>Nur der &amp;Satz</translation>
    </message>
    <message>
        <source>&amp;Typewriter scrolling</source>
        <translation>Sch&amp;reibmaschinenlauf</translation>
    </message>
    <message>
        <source>Set &amp;dialogue apart</source>
        <translation>&amp;Dialog abheben</translation>
    </message>
    <message>
        <source>&amp;Hide signs of Markdown</source>
        <translation>&amp;Markdown-Zeichen verbergen</translation>
    </message>
    <message>
        <source>Larger t&amp;ype</source>
        <translation>Schrift gr&amp;ößer</translation>
    </message>
    <message>
        <source>S&amp;maller type</source>
        <translation>Schrift &amp;kleiner</translation>
    </message>
    <message>
        <source>Type of &amp;usual size</source>
        <translation>&amp;Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>Whose &amp;words</source>
        <translation>Von &amp;wem</translation>
    </message>
    <message>
        <source>Show &amp;origins in the text</source>
        <translation>&amp;Herkunft im Text zeigen</translation>
    </message>
    <message>
        <source>&amp;Margin bar</source>
        <translation>&amp;Balken am Rand</translation>
    </message>
    <message>
        <source>Say it where the mouse &amp;rests</source>
        <translation>&amp;Sagen, wo die Maus ruht</translation>
    </message>
    <message>
        <source>&amp;Next passage of a model</source>
        <translation>&amp;Nächste Stelle eines Modells</translation>
    </message>
    <message>
        <source>&amp;Previous passage of a model</source>
        <translation>&amp;Vorige Stelle eines Modells</translation>
    </message>
    <message>
        <source>&amp;Whose is this?</source>
        <translation>Von &amp;wem ist das?</translation>
    </message>
    <message>
        <source>&amp;Language of the manuscript</source>
        <translation>S&amp;prache des Manuskripts</translation>
    </message>
    <message>
        <source>&amp;Binder</source>
        <translation>&amp;Mappe</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>New &amp;part of the novel…</source>
        <translation>Neuer &amp;Teil des Romans…</translation>
    </message>
    <message>
        <source>&amp;Split the scene at the caret</source>
        <translation>Szene an der Schreibmarke t&amp;eilen</translation>
    </message>
    <message>
        <source>&amp;Join with the next scene</source>
        <translation>&amp;Mit der nächsten Szene verbinden</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>&amp;Status</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>Et&amp;ikett</translation>
    </message>
    <message>
        <source>Move to the &amp;bin</source>
        <translation>In den &amp;Papierkorb</translation>
    </message>
    <message>
        <source>Put b&amp;ack from the bin</source>
        <translation>&amp;Aus dem Papierkorb zurücklegen</translation>
    </message>
    <message>
        <source>&amp;Empty the bin…</source>
        <translation>Papierkorb &amp;leeren…</translation>
    </message>
    <message>
        <source>Undo in the bi&amp;nder</source>
        <translation>In der Mappe &amp;rückgängig</translation>
    </message>
    <message>
        <source>Redo in the binde&amp;r</source>
        <translation>In der Mappe &amp;wiederholen</translation>
    </message>
    <message>
        <source>&amp;Filter the binder</source>
        <translation>Mappe &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>New &amp;scene</source>
        <translation>Neue &amp;Szene</translation>
    </message>
    <message>
        <source>New n&amp;ote</source>
        <translation>Neue Noti&amp;z</translation>
    </message>
    <message>
        <source>New &amp;chapter…</source>
        <translation>Neues &amp;Kapitel…</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>New &amp;manuscript…</source>
        <translation>Neues &amp;Manuskript…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zu&amp;letzt geöffnet</translation>
    </message>
    <message>
        <source>Open the sample no&amp;vel</source>
        <translation>&amp;Beispielroman öffnen</translation>
    </message>
    <message>
        <source>&amp;Import a text…</source>
        <translation>&amp;Text importieren…</translation>
    </message>
    <message>
        <source>S&amp;ave</source>
        <translation>S&amp;peichern</translation>
    </message>
    <message>
        <source>Name this mo&amp;ment…</source>
        <translation>Diesen Stand be&amp;nennen…</translation>
    </message>
    <message>
        <source>&amp;Earlier versions…</source>
        <translation>&amp;Frühere Fassungen…</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>Siche&amp;rungen…</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>&amp;Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Authorship re&amp;port</source>
        <translation>Bericht zur &amp;Autorschaft</translation>
    </message>
    <message>
        <source>&amp;Words and goals…</source>
        <translation>&amp;Wörter und Ziele…</translation>
    </message>
    <message>
        <source>&amp;Text from elsewhere…</source>
        <translation>Te&amp;xt von anderswo…</translation>
    </message>
    <message>
        <source>&amp;Written on two computers…</source>
        <translation>Auf zwei Rechnern &amp;geschrieben…</translation>
    </message>
    <message>
        <source>C&amp;lose manuscript</source>
        <translation>Manuskript s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>Ver&amp;doppeln</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>N&amp;ächste Fundstelle</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Vorige Fundstelle</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>Erset&amp;zen…</translation>
    </message>
    <message>
        <source>Find in all &amp;scenes…</source>
        <translation>In allen Szenen s&amp;uchen…</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;Italics</source>
        <translation>Kurs&amp;iv</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Fett</translation>
    </message>
    <message>
        <source>Space t&amp;hat does not break</source>
        <translation>Gesc&amp;hütztes Leerzeichen</translation>
    </message>
    <message>
        <source>Next &amp;misspelled word</source>
        <translation>Nächstes falsch &amp;geschriebenes Wort</translation>
    </message>
    <message>
        <source>Check spellin&amp;g</source>
        <translation>Re&amp;chtschreibung prüfen</translation>
    </message>
    <message>
        <source>Set q&amp;uotes and dashes as I type</source>
        <translation>Anführungszeichen und Striche beim &amp;Tippen setzen</translation>
    </message>
    <message>
        <source>Put t&amp;ypography right…</source>
        <translation>T&amp;ypografie durchsehen…</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>Ei&amp;nstellungen…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Companion</source>
        <translation>Be&amp;gleiter</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>&amp;Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>&amp;Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Next &amp;scene</source>
        <translation>Nächste &amp;Szene</translation>
    </message>
    <message>
        <source>Pre&amp;vious scene</source>
        <translation>V&amp;orige Szene</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>&amp;Suggest</source>
        <translation>&amp;Vorschlag</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>Weiter&amp;schreiben</translation>
    </message>
    <message>
        <source>&amp;What if</source>
        <translation>Was wäre, &amp;wenn</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>See &amp;exactly what is sent</source>
        <translation>&amp;Genau zeigen, was gesendet wird</translation>
    </message>
    <message>
        <source>&amp;Insert the chosen version</source>
        <translation>Gewählte Fassung &amp;einfügen</translation>
    </message>
    <message>
        <source>Insert one &amp;sentence of it</source>
        <translation>Einen Sat&amp;z daraus einfügen</translation>
    </message>
    <message>
        <source>&amp;Keep it as a note</source>
        <translation>Als &amp;Notiz behalten</translation>
    </message>
    <message>
        <source>&amp;Dismiss it</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Choose the &amp;next version</source>
        <translation>N&amp;ächste Fassung wählen</translation>
    </message>
    <message>
        <source>Choose the &amp;previous version</source>
        <translation>V&amp;orige Fassung wählen</translation>
    </message>
    <message>
        <source>Dismiss a&amp;ll</source>
        <translation>&amp;Alle verwerfen</translation>
    </message>
    <message>
        <source>&amp;Model…</source>
        <translation>&amp;Modell…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>All &amp;commands…</source>
        <translation>Alle &amp;Befehle…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Problem reports…</source>
        <translation>&amp;Fehlerberichte…</translation>
    </message>
    <message>
        <source>New &amp;versions…</source>
        <translation>Neue &amp;Versionen…</translation>
    </message>
    <message>
        <source>&amp;About Firsthand</source>
        <translation>&amp;Über Firsthand</translation>
    </message>
    <message>
        <source>zoom bigger font</source>
        <translation>Zoom Schrift größer</translation>
    </message>
    <message>
        <source>zoom smaller font</source>
        <translation>Zoom Schrift kleiner</translation>
    </message>
    <message>
        <source>centre the line</source>
        <translation>Zeile in der Mitte</translation>
    </message>
    <message>
        <source>distraction free</source>
        <translation>ablenkungsfrei</translation>
    </message>
    <message>
        <source>night mode</source>
        <translation>Nachtmodus</translation>
    </message>
    <message>
        <source>sidebar tree outline</source>
        <translation>Seitenleiste Baum Gliederung</translation>
    </message>
    <message>
        <source>AI panel</source>
        <translation>KI-Leiste</translation>
    </message>
    <message>
        <source>AI endpoint</source>
        <translation>KI-Zugang</translation>
    </message>
    <message>
        <source>project book</source>
        <translation>Projekt Buch</translation>
    </message>
    <message>
        <source>markdown</source>
        <translation>Markdown Textdatei</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Schnappschuss</translation>
    </message>
    <message>
        <source>history snapshots</source>
        <translation>Verlauf Schnappschüsse</translation>
    </message>
    <message>
        <source>word count targets statistics</source>
        <translation>Wortzahl Zeichenzahl Statistik</translation>
    </message>
    <message>
        <source>certificate proof</source>
        <translation>Nachweis Zertifikat</translation>
    </message>
    <message>
        <source>pasted imported</source>
        <translation>eingefügt importiert</translation>
    </message>
    <message>
        <source>emphasis slanted stars</source>
        <translation>Hervorhebung Sternchen schräg</translation>
    </message>
    <message>
        <source>strong emphasis stars</source>
        <translation>starke Hervorhebung Sternchen</translation>
    </message>
    <message>
        <source>non-breaking nbsp</source>
        <translation>umbruchfrei fest nbsp</translation>
    </message>
    <message>
        <source>search</source>
        <translation>durchsuchen</translation>
    </message>
    <message>
        <source>search project</source>
        <translation>durchsuchen Projekt</translation>
    </message>
    <message>
        <source>go to scene</source>
        <translation>zur Szene gehen</translation>
    </message>
    <message>
        <source>preferences options font</source>
        <translation>Optionen Vorlieben Schrift</translation>
    </message>
    <message>
        <source>delete remove trash</source>
        <translation>löschen entfernen Papierkorb</translation>
    </message>
    <message>
        <source>divide</source>
        <translation>zerlegen trennen</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>zusammenführen verschmelzen</translation>
    </message>
    <message>
        <source>American English</source>
        <translation>Amerikanisches Englisch</translation>
    </message>
    <message>
        <source>British English</source>
        <translation>Britisches Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
</context>
<context>
    <name>Arranger</name>
    <message>
        <source>Untitled scene</source>
        <translation>Szene ohne Titel</translation>
    </message>
    <message>
        <source>Untitled note</source>
        <translation>Notiz ohne Titel</translation>
    </message>
    <message>
        <source>New chapter</source>
        <translation>Neues Kapitel</translation>
    </message>
    <message>
        <source>Its title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>New part of the novel</source>
        <translation>Neuer Teil des Romans</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Anlegen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln scene(s) or note(s) moved to the bin; nothing is deleted.</source>
        <translation>
            <numerusform>%Ln Szene oder Notiz liegt nun im Papierkorb; gelöscht wird nichts.</numerusform>
            <numerusform>%Ln Szenen oder Notizen liegen nun im Papierkorb; gelöscht wird nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was empty is gone.</source>
        <translation>Was leer war, ist fort.</translation>
    </message>
    <message numerus="yes">
        <source>Empty the bin with its %Ln scene(s) or note(s)?</source>
        <translation>
            <numerusform>Den Papierkorb mit %Ln Szene oder Notiz leeren?</numerusform>
            <numerusform>Den Papierkorb mit seinen %Ln Szenen und Notizen leeren?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their files go to the system’s own bin, and every word stays in the manuscript’s history.</source>
        <translation>Die Dateien kommen in den Papierkorb des Systems, und jedes Wort bleibt im Verlauf des Manuskripts.</translation>
    </message>
    <message>
        <source>Empty the bin</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The system has no bin for {name}, so it stays in the manuscript’s folder “bin”.</source>
        <translation>Das System hat keinen Papierkorb für {name}; es bleibt deshalb im Ordner „bin“ des Manuskripts.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{title}, continued</source>
        <translation>{title}, Fortsetzung</translation>
    </message>
    <message>
        <source>The scenes are one now.</source>
        <translation>Die Szenen sind nun eine.</translation>
    </message>
    <message>
        <source>&amp;Join the scenes</source>
        <translation>&amp;Szenen verbinden</translation>
    </message>
    <message>
        <source>&amp;Join with the next scene</source>
        <translation>&amp;Mit der nächsten Szene verbinden</translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>What do you want to see? (optional)</source>
        <translation>Was möchten Sie sehen? (freiwillig)</translation>
    </message>
    <message>
        <source>What do you want to see? Optional</source>
        <translation>Was möchten Sie sehen? Freiwillig</translation>
    </message>
    <message>
        <source>Tiny built-in model: sparks, not edits.</source>
        <translation>Winziges eingebautes Modell: Funken, kein Lektorat.</translation>
    </message>
    <message>
        <source>Exactly what is sent</source>
        <translation>Genau das wird gesendet</translation>
    </message>
    <message>
        <source>Nothing is asked while the manuscript is open for reading only.</source>
        <translation>Solange das Manuskript nur zum Lesen offen ist, wird nichts gefragt.</translation>
    </message>
    <message>
        <source>Open a scene to ask for suggestions.</source>
        <translation>Öffnen Sie eine Szene, um nach Vorschlägen zu fragen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Put the caret after the words to go on from. Now, nothing of the scene would be sent.</source>
        <translation>Setzen Sie die Schreibmarke hinter die Worte, an die angeknüpft werden soll. Jetzt würde nichts von der Szene gesendet.</translation>
    </message>
    <message>
        <source>SmolLM2 on this computer</source>
        <translation>SmolLM2 auf diesem Rechner</translation>
    </message>
    <message numerus="yes">
        <source>Sends %Ln word(s) from this scene to {model}</source>
        <translation>
            <numerusform>Sendet %Ln Wort dieser Szene an {model}</numerusform>
            <numerusform>Sendet %Ln Wörter dieser Szene an {model}</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide what is sent</source>
        <translation>Nicht mehr zeigen, was gesendet wird</translation>
    </message>
    <message>
        <source>See exactly what is sent</source>
        <translation>Genau zeigen, was gesendet wird</translation>
    </message>
</context>
<context>
    <name>BackupFields</name>
    <message>
        <source>A backup &amp;every</source>
        <translation>&amp;Eine Sicherung alle</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> Minuten</translation>
    </message>
    <message>
        <source>So much of writing, and one whenever a manuscript is closed. Each is checked. The last {last} stay, one a day for {days} days, and one a week for {weeks} weeks.</source>
        <translation>So viel Schreibzeit, und eine, wann immer ein Manuskript geschlossen wird. Jede wird geprüft. Es bleiben die letzten {last}, eine je Tag für {days} Tage und eine je Woche für {weeks} Wochen.</translation>
    </message>
    <message>
        <source>Another p&amp;lace for backups…</source>
        <translation>Anderer O&amp;rt für Sicherungen…</translation>
    </message>
    <message>
        <source>The &amp;usual place</source>
        <translation>Der &amp;übliche Ort</translation>
    </message>
    <message>
        <source>Show the &amp;backups</source>
        <translation>&amp;Sicherungen zeigen</translation>
    </message>
    <message>
        <source>They are kept in {folder}.</source>
        <translation>Sie liegen in {folder}.</translation>
    </message>
    <message>
        <source>Where backups go</source>
        <translation>Wohin Sicherungen kommen</translation>
    </message>
</context>
<context>
    <name>Binder</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} yours</source>
        <translation>{share} eigene</translation>
    </message>
    <message>
        <source>Scenes and notes</source>
        <translation>Szenen und Notizen</translation>
    </message>
    <message>
        <source>Arrow keys choose, Enter opens, F2 renames, Alt and an arrow moves, letters filter.</source>
        <translation>Pfeiltasten wählen, Eingabe öffnet, F2 benennt um, Alt und ein Pfeil verschieben, Buchstaben filtern.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter of scenes and notes</source>
        <translation>Filter für Szenen und Notizen</translation>
    </message>
    <message>
        <source>Nothing here has these words in its title, status or label.</source>
        <translation>Nichts hier hat diese Worte in Titel, Status oder Etikett.</translation>
    </message>
</context>
<context>
    <name>BinderModel</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>in the bin</source>
        <translation>im Papierkorb</translation>
    </message>
    <message>
        <source>label {name}</source>
        <translation>Etikett {name}</translation>
    </message>
    <message>
        <source>no words yet</source>
        <translation>noch keine Wörter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>Nothing has changed since the latest backup.</source>
        <translation>Seit der letzten Sicherung hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>There are no backups yet.</source>
        <translation>Es gibt noch keine Sicherungen.</translation>
    </message>
    <message>
        <source>There is no backup of this manuscript yet; these are of others.</source>
        <translation>Von diesem Manuskript gibt es noch keine Sicherung; diese sind von anderen.</translation>
    </message>
    <message>
        <source>This is a copy of a backup, in {folder}. The manuscript itself was not touched.</source>
        <translation>Dies ist eine Kopie aus einer Sicherung, in {folder}. Das Manuskript selbst blieb unberührt.</translation>
    </message>
    <message>
        <source>Import a text</source>
        <translation>Text importieren</translation>
    </message>
    <message>
        <source>Text and Markdown (*.txt *.md *.markdown *.text)</source>
        <translation>Text und Markdown (*.txt *.md *.markdown *.text)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Computers</name>
    <message numerus="yes">
        <source>Changed on two computers: %Ln place(s). Both texts stand until you choose.</source>
        <translation>
            <numerusform>Auf zwei Rechnern geändert: %Ln Stelle. Beide Texte stehen, bis Sie wählen.</numerusform>
            <numerusform>Auf zwei Rechnern geändert: %Ln Stellen. Beide Texte stehen, bis Sie wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>DailyQuestion</name>
    <message>
        <source>Firsthand {version} is there; Help, New versions leads to it.</source>
        <translation>Firsthand {version} ist da; Hilfe, Neue Versionen führt dorthin.</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>Name this moment</source>
        <translation>Diesen Stand benennen</translation>
    </message>
    <message>
        <source>A name by which you will find it again</source>
        <translation>Ein Name, unter dem Sie ihn wiederfinden</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>This moment is kept as “{name}”.</source>
        <translation>Dieser Stand ist als „{name}“ aufbewahrt.</translation>
    </message>
    <message>
        <source>Rename the version</source>
        <translation>Fassung umbenennen</translation>
    </message>
    <message>
        <source>“{title}” was brought back; Undo takes that back.</source>
        <translation>„{title}“ wurde zurückgeholt; Rückgängig nimmt das zurück.</translation>
    </message>
    <message>
        <source>Nothing in “{title}” differs from that version.</source>
        <translation>Nichts in „{title}“ weicht von jener Fassung ab.</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message numerus="yes">
        <source>%Ln scene(s) stood here before recording began. Whose words are they?</source>
        <translation>
            <numerusform>%Ln Szene stand schon hier, bevor die Aufzeichnung begann. Wessen Wörter sind es?</numerusform>
            <numerusform>%Ln Szenen standen schon hier, bevor die Aufzeichnung begann. Wessen Wörter sind es?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another program changed {scenes} scenes; %Ln new word(s) came in.</source>
        <translation>
            <numerusform>Ein anderes Programm hat {scenes} Szenen geändert; %Ln neues Wort kam hinzu.</numerusform>
            <numerusform>Ein anderes Programm hat {scenes} Szenen geändert; %Ln neue Wörter kamen hinzu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another program changed “{title}”; %Ln new word(s) came in.</source>
        <translation>
            <numerusform>Ein anderes Programm hat „{title}“ geändert; %Ln neues Wort kam hinzu.</numerusform>
            <numerusform>Ein anderes Programm hat „{title}“ geändert; %Ln neue Wörter kamen hinzu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program changed “{title}”. What changed is recorded.</source>
        <translation>Ein anderes Programm hat „{title}“ geändert. Die Änderung ist aufgezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>Pasted %Ln word(s).</source>
        <translation>
            <numerusform>%Ln Wort eingefügt.</numerusform>
            <numerusform>%Ln Wörter eingefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Alle ansehen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this scene</source>
        <translation>In dieser Szene suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>All scenes</source>
        <translation>Alle Szenen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Look in every scene of the manuscript</source>
        <translation>In allen Szenen des Manuskripts suchen</translation>
    </message>
    <message>
        <source>Back to where you were (Esc)</source>
        <translation>Zurück an die Stelle, an der Sie waren (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) replaced.</source>
        <translation>
            <numerusform>%Ln Stelle ersetzt.</numerusform>
            <numerusform>%Ln Stellen ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
</context>
<context>
    <name>FindResults</name>
    <message>
        <source>Find in all scenes</source>
        <translation>In allen Szenen suchen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen…</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace this one</source>
        <translation>Diese ersetzen</translation>
    </message>
    <message>
        <source>Take all of it back</source>
        <translation>Alles zurücknehmen</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Gefundene Stellen</translation>
    </message>
    <message>
        <source>Not found in any scene.</source>
        <translation>In keiner Szene gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{places} in %Ln scene(s); the first of them are listed</source>
        <translation>
            <numerusform>{places} in %Ln Szene; die ersten davon sind aufgeführt</numerusform>
            <numerusform>{places} in %Ln Szenen; die ersten davon sind aufgeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{places} in %Ln scene(s)</source>
        <translation>
            <numerusform>{places} in %Ln Szene</numerusform>
            <numerusform>{places} in %Ln Szenen</numerusform>
        </translation>
    </message>
    <message>
        <source>Only find</source>
        <translation>Nur suchen</translation>
    </message>
    <message>
        <source>The text has changed meanwhile, so nothing was replaced; look at the places again.</source>
        <translation>Der Text hat sich inzwischen geändert, deshalb wurde nichts ersetzt; sehen Sie die Stellen noch einmal durch.</translation>
    </message>
    <message numerus="yes">
        <source>Take back %Ln replacement(s)</source>
        <translation>
            <numerusform>%Ln Ersetzung zurücknehmen</numerusform>
            <numerusform>%Ln Ersetzungen zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace all {count}</source>
        <translation>Alle {count} ersetzen</translation>
    </message>
    <message>
        <source>Replace the {count} chosen</source>
        <translation>Die {count} gewählten ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Words today, of the goal</source>
        <translation>Wörter heute, gemessen am Ziel</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) today</source>
        <translation>
            <numerusform>%Ln Wort heute</numerusform>
            <numerusform>%Ln Wörter heute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words} / %Ln word(s) today</source>
        <translation>
            <numerusform>{words} von %Ln Wort heute</numerusform>
            <numerusform>{words} von %Ln Wörtern heute</numerusform>
        </translation>
    </message>
    <message>
        <source>This scene {share} yours</source>
        <translation>Diese Szene: {share} von Ihnen</translation>
    </message>
    <message>
        <source>History recorded</source>
        <translation>Verlauf aufgezeichnet</translation>
    </message>
    <message>
        <source>History recorded and sealed {time}</source>
        <translation>Verlauf aufgezeichnet, versiegelt {time}</translation>
    </message>
    <message>
        <source>Reading only</source>
        <translation>Nur zum Lesen</translation>
    </message>
    <message>
        <source>key for this sitting only</source>
        <translation>Schlüssel nur für diese Sitzung</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>{old} would go: {text}</source>
        <translation>{old} fiele weg: {text}</translation>
    </message>
    <message>
        <source>{old} would become {new}: {text}</source>
        <translation>{old} würde zu {new}: {text}</translation>
    </message>
</context>
<context>
    <name>GoalsPanel</name>
    <message>
        <source>Words and goals</source>
        <translation>Wörter und Ziele</translation>
    </message>
    <message>
        <source>No daily goal</source>
        <translation>Kein Tagesziel</translation>
    </message>
    <message>
        <source>No goal for the whole</source>
        <translation>Kein Ziel für das Ganze</translation>
    </message>
    <message>
        <source>&amp;by</source>
        <translation>&amp;bis</translation>
    </message>
    <message>
        <source>The day for the whole</source>
        <translation>Der Tag für das Ganze</translation>
    </message>
    <message>
        <source>Counted are words you typed that still stand at the end of the day, without the notes; a day ends at midnight. What a model wrote is counted apart.</source>
        <translation>Gezählt werden Wörter, die Sie getippt haben und die am Ende des Tages noch stehen, ohne die Notizen; ein Tag endet um Mitternacht. Was ein Modell schrieb, wird gesondert gezählt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>this sitting</source>
        <translation>diese Sitzung</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>Words a day</source>
        <translation>Wörter am Tag</translation>
    </message>
    <message>
        <source>Words in all</source>
        <translation>Wörter insgesamt</translation>
    </message>
    <message>
        <source>Words a &amp;day</source>
        <translation>Wörter am &amp;Tag</translation>
    </message>
    <message>
        <source>Words in &amp;all</source>
        <translation>Wörter &amp;insgesamt</translation>
    </message>
    <message>
        <source>The history is being read…</source>
        <translation>Der Verlauf wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln of a model</source>
        <translation>
            <numerusform>und %Ln von einem Modell</numerusform>
            <numerusform>und %Ln von einem Modell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) of your own</source>
        <translation>
            <numerusform>%Ln eigenes Wort</numerusform>
            <numerusform>%Ln eigene Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>{words} in the last year, on {days}.</source>
        <translation>{words} im letzten Jahr, an {days}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>You have reached {total} words.</source>
        <translation>Sie haben {total} Wörter erreicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) a day reach {total} by {day}.</source>
        <translation>
            <numerusform>%Ln Wort am Tag führt bis {day} zu {total}.</numerusform>
            <numerusform>%Ln Wörter am Tag führen bis {day} zu {total}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>Firsthand ended suddenly last time. What you wrote is recorded; Help, Problem reports shows what was noted.</source>
        <translation>Firsthand endete zuletzt plötzlich. Was Sie geschrieben haben, ist aufgezeichnet; Hilfe, Fehlerberichte zeigt, was notiert wurde.</translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message>
        <source>What is inside Firsthand</source>
        <translation>Was in Firsthand steckt</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>The licence of the chosen part</source>
        <translation>Die Lizenz des gewählten Teils</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This part brings no licence text of its own.</source>
        <translation>Dieser Teil bringt keinen eigenen Lizenztext mit.</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Something went wrong inside Firsthand; your words are safe. Please try again.</source>
        <translation>In Firsthand ist etwas schiefgegangen; Ihre Worte sind sicher. Versuchen Sie es bitte noch einmal.</translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>New label</source>
        <translation>Neues Etikett</translation>
    </message>
    <message>
        <source>Add the label</source>
        <translation>Etikett hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>&amp;Another word…</source>
        <translation>Ein &amp;anderes Wort …</translation>
    </message>
    <message>
        <source>Ne&amp;w label…</source>
        <translation>&amp;Neues Etikett …</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Your word for it</source>
        <translation>Ihr Wort dafür</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>&amp;Built in: SmolLM2, on this computer</source>
        <translation>&amp;Eingebaut: SmolLM2, auf diesem Rechner</translation>
    </message>
    <message>
        <source>A &amp;connected model</source>
        <translation>Ein &amp;verbundenes Modell</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>the name its provider gives it</source>
        <translation>der Name, den sein Anbieter ihm gibt</translation>
    </message>
    <message>
        <source>leave empty to keep the one you gave, or if it needs none</source>
        <translation>leer: der bisherige bleibt, oder keiner</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Dieses Modell nutzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This address is not encrypted: others on the way could read your words and the key. Use https.</source>
        <translation>Diese Adresse ist nicht verschlüsselt: Andere könnten unterwegs Ihre Worte und den Schlüssel lesen. Nehmen Sie https.</translation>
    </message>
    <message>
        <source>Free, and nothing leaves this computer. Tiny: sparks, not edits.</source>
        <translation>Kostenlos, und nichts verlässt diesen Rechner. Winzig: Funken, kein Lektorat.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Model &amp;name</source>
        <translation>&amp;Modellname</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>It answers. This took {time}: “{text}”</source>
        <translation>Es antwortet. Das dauerte {time}: „{text}“</translation>
    </message>
</context>
<context>
    <name>NewManuscript</name>
    <message>
        <source>New manuscript</source>
        <translation>Neues Manuskript</translation>
    </message>
    <message>
        <source>Untitled novel</source>
        <translation>Roman ohne Titel</translation>
    </message>
    <message>
        <source>Another &amp;place…</source>
        <translation>Anderer &amp;Ort…</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>There is a folder {folder} already.</source>
        <translation>Den Ordner {folder} gibt es schon.</translation>
    </message>
    <message>
        <source>It will be the folder {folder}.</source>
        <translation>Es wird der Ordner {folder}.</translation>
    </message>
    <message>
        <source>Where the manuscript is to be</source>
        <translation>Wo das Manuskript liegen soll</translation>
    </message>
</context>
<context>
    <name>NewVersion</name>
    <message>
        <source>New versions</source>
        <translation>Neue Versionen</translation>
    </message>
    <message>
        <source>You have Firsthand {version}.</source>
        <translation>Sie haben Firsthand {version}.</translation>
    </message>
    <message>
        <source>&amp;Ask now</source>
        <translation>&amp;Jetzt fragen</translation>
    </message>
    <message>
        <source>&amp;Open the page of releases</source>
        <translation>&amp;Seite der Veröffentlichungen öffnen</translation>
    </message>
    <message>
        <source>Ask once a &amp;day, when Firsthand starts</source>
        <translation>Einmal am &amp;Tag fragen, wenn Firsthand startet</translation>
    </message>
    <message>
        <source>This copy was not told where new versions are announced, so it asks nobody. Look where you got it from.</source>
        <translation>Dieses Exemplar weiß nicht, wo neue Versionen angekündigt werden, und fragt deshalb niemanden. Sehen Sie dort nach, woher Sie es haben.</translation>
    </message>
    <message>
        <source>Firsthand asks {host} with one plain request, and only when you say so here. Nothing about you, this computer or your manuscripts goes along. Nothing is installed.</source>
        <translation>Firsthand fragt {host} mit einer einzigen schlichten Anfrage, und nur, wenn Sie es hier wünschen. Nichts über Sie, diesen Rechner oder Ihre Manuskripte geht mit. Installiert wird nichts.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>Firsthand {version} is there. It is on the page of releases.</source>
        <translation>Firsthand {version} ist da. Es liegt auf der Seite der Veröffentlichungen.</translation>
    </message>
    <message>
        <source>There is no newer one.</source>
        <translation>Es gibt keine neuere.</translation>
    </message>
</context>
<context>
    <name>NextMisspelled</name>
    <message>
        <source>Spelling is not checked now: it is switched off, or has no dictionary.</source>
        <translation>Die Rechtschreibung wird gerade nicht geprüft: Sie ist ausgeschaltet oder hat kein Wörterbuch.</translation>
    </message>
    <message>
        <source>No word in this scene is unknown to the dictionary.</source>
        <translation>In dieser Szene ist dem Wörterbuch kein Wort unbekannt.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <source>Next ({more} more)</source>
        <translation>Weiter (noch {more})</translation>
    </message>
</context>
<context>
    <name>OneOpen</name>
    <message>
        <source>The report opens in your browser; it is {name}, in the manuscript’s folder.</source>
        <translation>Der Bericht öffnet sich im Browser; er liegt als {name} im Ordner des Manuskripts.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>A desk for your novel that knows whose every word is.</source>
        <translation>Ein Schreibtisch für Ihren Roman, der von jedem Wort weiß, von wem es ist.</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} wird geöffnet…</translation>
    </message>
    <message>
        <source>All of the history of {name} is being read, which takes up to a minute for a long novel; after this it opens at once.</source>
        <translation>Der ganze Verlauf von {name} wird gelesen, was bei einem langen Roman bis zu einer Minute dauert; danach öffnet sich das Manuskript sofort.</translation>
    </message>
    <message>
        <source>The disk did not take everything you wrote. Keep the manuscript open and make room, or close it and lose what was not saved.</source>
        <translation>Der Datenträger hat nicht alles aufgenommen, was Sie geschrieben haben. Lassen Sie das Manuskript offen und schaffen Sie Platz, oder schließen Sie es und verlieren Sie, was nicht gespeichert ist.</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Open a manuscript’s folder</source>
        <translation>Ordner eines Manuskripts öffnen</translation>
    </message>
    <message>
        <source>No manuscripts yet</source>
        <translation>Noch keine Manuskripte</translation>
    </message>
    <message>
        <source>The report is written: {path}. Open it in a browser.</source>
        <translation>Der Bericht ist geschrieben: {path}. Öffnen Sie ihn in einem Browser.</translation>
    </message>
</context>
<context>
    <name>OwnColours</name>
    <message>
        <source>&amp;Paper…</source>
        <translation>&amp;Papier…</translation>
    </message>
    <message>
        <source>In&amp;k…</source>
        <translation>&amp;Tinte…</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>This ink can hardly be seen on this paper: they differ by {ratio} to 1. So it is worn at 3 to 1; choose a paler paper or a darker ink, or the other way round.</source>
        <translation>Diese Tinte ist auf diesem Papier kaum zu sehen: Sie unterscheiden sich um {ratio} zu 1. Darum erscheint sie mit 3 zu 1; wählen Sie ein helleres Papier oder eine dunklere Tinte oder umgekehrt.</translation>
    </message>
    <message>
        <source>This ink is hard to read on this paper: they differ by {ratio} to 1, and {least} to 1 is the least that eyes are at ease with. Choose a paler paper or a darker ink, or the other way round.</source>
        <translation>Diese Tinte ist auf diesem Papier schwer zu lesen: Sie unterscheiden sich um {ratio} zu 1, und {least} zu 1 ist das Mindeste, womit Augen sich leicht tun. Wählen Sie ein helleres Papier oder eine dunklere Tinte oder umgekehrt.</translation>
    </message>
    <message>
        <source>Ink and paper differ by {ratio} to 1, which reads well.</source>
        <translation>Tinte und Papier unterscheiden sich um {ratio} zu 1; das liest sich gut.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Page, {title}</source>
        <translation>Seite, {title}</translation>
    </message>
    <message>
        <source>Page, no scene open</source>
        <translation>Seite, keine Szene geöffnet</translation>
    </message>
    <message>
        <source>Choose a scene to write in.</source>
        <translation>Wählen Sie eine Szene, in der Sie schreiben möchten.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>Kein Befehl hat diese Wörter.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Suggest</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Problem reports</source>
        <translation>Fehlerberichte</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Remove all</source>
        <translation>&amp;Alle entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This was noted when something failed inside Firsthand: where in the program, and no word of any manuscript. It is on this computer only and is never sent; you can pass it on to whoever helps you.</source>
        <translation>Dies wurde notiert, als in Firsthand etwas fehlschlug: wo im Programm, und kein Wort eines Manuskripts. Es liegt nur auf diesem Rechner und wird nie gesendet; Sie können es weitergeben, wenn Ihnen jemand hilft.</translation>
    </message>
    <message>
        <source>Nothing has failed inside Firsthand that was noted here.</source>
        <translation>In Firsthand ist nichts fehlgeschlagen, was hier notiert wäre.</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recent manuscripts</source>
        <translation>Zuletzt geöffnete Manuskripte</translation>
    </message>
    <message>
        <source>not found here</source>
        <translation>hier nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) · {when}</source>
        <translation>
            <numerusform>%Ln Wort · {when}</numerusform>
            <numerusform>%Ln Wörter · {when}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>A copy is opened beside the manuscript; nothing is ever written over. Firsthand makes a backup when a manuscript is closed, and every few minutes of writing.</source>
        <translation>Eine Kopie wird neben dem Manuskript geöffnet; überschrieben wird nie etwas. Firsthand sichert, wenn ein Manuskript geschlossen wird, und beim Schreiben alle paar Minuten.</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>&amp;Jetzt sichern</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Open a copy</source>
        <translation>&amp;Kopie öffnen</translation>
    </message>
    <message>
        <source>Looking for backups of “{title}”…</source>
        <translation>Sicherungen von „{title}“ werden gesucht…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>Manuscript</source>
        <translation>Manuskript</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>Szenen</translation>
    </message>
    <message>
        <source>{title} (doubtful)</source>
        <translation>{title} (zweifelhaft)</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>A sentence or two that could come next, in the voice of the page.</source>
        <translation>Ein, zwei Sätze, die folgen könnten, im Ton der Seite.</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
    <message>
        <source>a turn</source>
        <translation>eine Wendung</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>anderswo</translation>
    </message>
    <message>
        <source>someone speaks</source>
        <translation>jemand spricht</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>dahinter</translation>
    </message>
    <message>
        <source>a sound</source>
        <translation>ein Geräusch</translation>
    </message>
    <message>
        <source>from memory</source>
        <translation>aus der Erinnerung</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>ein Augenblick</translation>
    </message>
    <message>
        <source>what was there</source>
        <translation>was da war</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>draußen</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>by evening</source>
        <translation>am Abend</translation>
    </message>
    <message>
        <source>the weather</source>
        <translation>das Wetter</translation>
    </message>
    <message>
        <source>a house</source>
        <translation>ein Haus</translation>
    </message>
    <message>
        <source>a morning</source>
        <translation>ein Morgen</translation>
    </message>
    <message>
        <source>no one knew</source>
        <translation>niemand wusste es</translation>
    </message>
    <message>
        <source>a letter</source>
        <translation>ein Brief</translation>
    </message>
    <message>
        <source>close by</source>
        <translation>ganz nah</translation>
    </message>
    <message>
        <source>a step away</source>
        <translation>einen Schritt weiter</translation>
    </message>
    <message>
        <source>further off</source>
        <translation>weiter weg</translation>
    </message>
    <message>
        <source>colder</source>
        <translation>kälter</translation>
    </message>
    <message>
        <source>someone arrives</source>
        <translation>jemand kommt</translation>
    </message>
    <message>
        <source>closer</source>
        <translation>näher heran</translation>
    </message>
    <message>
        <source>Questions that open another way for the story; they are for you, not for the page.</source>
        <translation>Fragen, die der Geschichte einen anderen Weg öffnen; sie sind für Sie, nicht für die Seite.</translation>
    </message>
    <message>
        <source>about {name}</source>
        <translation>über {name}</translation>
    </message>
    <message>
        <source>about {name}, once more</source>
        <translation>noch einmal über {name}</translation>
    </message>
    <message>
        <source>someone</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>a stranger</source>
        <translation>jemand Fremdes</translation>
    </message>
    <message>
        <source>all along</source>
        <translation>die ganze Zeit</translation>
    </message>
    <message>
        <source>the other one</source>
        <translation>der andere</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>someone lies</source>
        <translation>jemand lügt</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Gegenstand</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>die andere Seite</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>the cost</source>
        <translation>der Preis</translation>
    </message>
    <message>
        <source>The model only repeated another version here; ask again for something new.</source>
        <translation>Das Modell hat nur eine andere Fassung von hier wiederholt; fragen Sie nach etwas Neuem.</translation>
    </message>
    <message>
        <source>Installing Firsthand again brings it back.</source>
        <translation>Eine neue Installation von Firsthand bringt das zurück.</translation>
    </message>
    <message>
        <source>The built-in model’s file is damaged.</source>
        <translation>Die Datei des eingebauten Modells ist beschädigt.</translation>
    </message>
    <message>
        <source>The built-in model does not run on this system, because a system library is missing.</source>
        <translation>Das eingebaute Modell läuft auf diesem System nicht, weil eine Systembibliothek fehlt.</translation>
    </message>
    <message>
        <source>Everything else works, and another model can be connected in the settings.</source>
        <translation>Alles Übrige funktioniert, und in den Einstellungen lässt sich ein anderes Modell verbinden.</translation>
    </message>
    <message>
        <source>The built-in model’s file is not on this computer.</source>
        <translation>Die Datei des eingebauten Modells ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The program that runs the built-in model ({package}) is not installed.</source>
        <translation>Das Programm, das das eingebaute Modell ausführt ({package}), ist nicht installiert.</translation>
    </message>
    <message>
        <source>The built-in model needs Microsoft’s Visual C++ Redistributable, which is missing on this computer.</source>
        <translation>Das eingebaute Modell braucht Visual C++ Redistributable von Microsoft, das auf diesem Rechner fehlt.</translation>
    </message>
    <message>
        <source>This computer’s processor is too old for the built-in model (it lacks AVX2).</source>
        <translation>Der Prozessor dieses Rechners ist zu alt für das eingebaute Modell (ihm fehlt AVX2).</translation>
    </message>
    <message>
        <source>The built-in model ended unexpectedly (status {status}). Your draft is untouched. Ask again to start it anew.</source>
        <translation>Das eingebaute Modell endete unerwartet (Status {status}). Ihr Entwurf ist unberührt. Fragen Sie noch einmal, um es neu zu starten.</translation>
    </message>
    <message>
        <source>The built-in model could not be started ({why}). {other}</source>
        <translation>Das eingebaute Modell konnte nicht gestartet werden ({why}). {other}</translation>
    </message>
    <message>
        <source>The built-in model did not start within a minute. Your draft is untouched. Ask again.</source>
        <translation>Das eingebaute Modell ist innerhalb einer Minute nicht gestartet. Ihr Entwurf ist unberührt. Fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Something went wrong in Firsthand’s companion. Your draft is untouched. Ask again.</source>
        <translation>Im Begleiter von Firsthand ist etwas schiefgegangen. Ihr Entwurf ist unberührt. Fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The built-in model</source>
        <translation>Das eingebaute Modell</translation>
    </message>
    <message>
        <source>{name} stopped with a fault of its own{quoted}. Ask again later. Your draft is untouched.</source>
        <translation>{name} brach mit einem eigenen Fehler ab{quoted}. Fragen Sie später noch einmal. Ihr Entwurf ist unberührt.</translation>
    </message>
    <message>
        <source>{name} refused the request (HTTP {status}){quoted}. Your draft is untouched.</source>
        <translation>{name} hat die Anfrage abgelehnt (HTTP {status}){quoted}. Ihr Entwurf ist unberührt.</translation>
    </message>
    <message>
        <source>The connection to {name} broke off; what had arrived is kept. Your draft is untouched.</source>
        <translation>Die Verbindung zu {name} ist abgerissen; was angekommen war, bleibt. Ihr Entwurf ist unberührt.</translation>
    </message>
    <message>
        <source>{name} did not answer in time. Ask again, or look whether the address is right. Your draft is untouched.</source>
        <translation>{name} hat nicht rechtzeitig geantwortet. Fragen Sie noch einmal, oder sehen Sie nach, ob die Adresse stimmt. Ihr Entwurf ist unberührt.</translation>
    </message>
    <message>
        <source>{name} cannot be reached. Look whether it is running and the address is right. Your draft is untouched.</source>
        <translation>{name} ist nicht zu erreichen. Sehen Sie nach, ob es läuft und die Adresse stimmt. Ihr Entwurf ist unberührt.</translation>
    </message>
    <message>
        <source>{name} answered with something that is no text of a model. Look whether the address is right. Your draft is untouched.</source>
        <translation>{name} antwortete mit etwas, das kein Text eines Modells ist. Sehen Sie nach, ob die Adresse stimmt. Ihr Entwurf ist unberührt.</translation>
    </message>
    <message>
        <source>{name} did not accept the key. Your draft is untouched. Enter the key again in the settings.</source>
        <translation>{name} hat den Schlüssel nicht angenommen. Ihr Entwurf ist unberührt. Geben Sie den Schlüssel in den Einstellungen noch einmal ein.</translation>
    </message>
    <message>
        <source>{name} does not know this model or address. Your draft is untouched. Look at both in the settings.</source>
        <translation>{name} kennt dieses Modell oder diese Adresse nicht. Ihr Entwurf ist unberührt. Sehen Sie beides in den Einstellungen nach.</translation>
    </message>
    <message>
        <source>{name} takes no more requests just now{quoted}. Your draft is untouched. Wait a little and ask again.</source>
        <translation>{name} nimmt gerade keine Anfragen mehr an{quoted}. Ihr Entwurf ist unberührt. Warten Sie ein wenig und fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>{name} has a fault of its own (HTTP {status}). Your draft is untouched. Ask again later.</source>
        <translation>{name} hat einen eigenen Fehler (HTTP {status}). Ihr Entwurf ist unberührt. Fragen Sie später noch einmal.</translation>
    </message>
    <message>
        <source>{name} has moved elsewhere (HTTP {status}). Your draft is untouched. Enter the new address in the settings.</source>
        <translation>{name} ist umgezogen (HTTP {status}). Ihr Entwurf ist unberührt. Tragen Sie die neue Adresse in den Einstellungen ein.</translation>
    </message>
    <message>
        <source> and says “{line}”</source>
        <translation> und sagt „{line}“</translation>
    </message>
    <message>
        <source>The address of {name} is none; it begins with http:// or https://. Your draft is untouched. Look at it in the settings.</source>
        <translation>Die Adresse von {name} ist keine; sie beginnt mit http:// oder https://. Ihr Entwurf ist unberührt. Sehen Sie sie in den Einstellungen nach.</translation>
    </message>
    <message>
        <source>The key of {name} has characters that no key has. Your draft is untouched. Enter it again in the settings.</source>
        <translation>Der Schlüssel von {name} enthält Zeichen, die kein Schlüssel hat. Ihr Entwurf ist unberührt. Geben Sie ihn in den Einstellungen noch einmal ein.</translation>
    </message>
    <message>
        <source>{name} answered without a single word of text. Your draft is untouched. Ask again.</source>
        <translation>{name} antwortete ohne ein einziges Wort Text. Ihr Entwurf ist unberührt. Fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>the desktop’s keyring</source>
        <translation>im Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>the macOS Keychain</source>
        <translation>im macOS-Schlüsselbund</translation>
    </message>
    <message>
        <source>the Windows Credential Manager</source>
        <translation>in der Windows-Anmeldeinformationsverwaltung</translation>
    </message>
    <message>
        <source>The key is kept in {name}.</source>
        <translation>Der Schlüssel liegt hier: {name}.</translation>
    </message>
    <message>
        <source>The system keyring did not keep the key.</source>
        <translation>Der Schlüsselbund des Systems hat den Schlüssel nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>There is no system keyring here.</source>
        <translation>Es gibt hier keinen Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>There is no system keyring here, so the key is kept for this sitting only.</source>
        <translation>Es gibt hier keinen Schlüsselbund des Systems, deshalb gilt der Schlüssel nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The system keyring did not take the key, so it is kept for this sitting only.</source>
        <translation>Der Schlüsselbund des Systems hat den Schlüssel nicht angenommen, deshalb gilt er nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The system keyring does not answer ({why}).</source>
        <translation>Der Schlüsselbund des Systems antwortet nicht ({why}).</translation>
    </message>
    <message>
        <source>{role}: as in version 1 up to “{ending}”, and then:
{rest}</source>
        <translation>{role}: wie in Fassung 1 bis „{ending}“, und dann:
{rest}</translation>
    </message>
    <message>
        <source>To {name}, model {model}.</source>
        <translation>An {name}, Modell {model}.</translation>
    </message>
    <message>
        <source>Version {number} · {label}</source>
        <translation>Fassung {number} · {label}</translation>
    </message>
    <message>
        <source>Settings: {told}.</source>
        <translation>Einstellungen: {told}.</translation>
    </message>
    <message>
        <source>Settings: as in version 1, but {told}.</source>
        <translation>Einstellungen: wie in Fassung 1, aber {told}.</translation>
    </message>
    <message>
        <source>Settings: as in version 1.</source>
        <translation>Einstellungen: wie in Fassung 1.</translation>
    </message>
    <message>
        <source>{role}: as in version 1.</source>
        <translation>{role}: wie in Fassung 1.</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <source>The reply begins with</source>
        <translation>Die Antwort beginnt mit</translation>
    </message>
    <message>
        <source>The model did not get to the end of a sentence; ask again for another try.</source>
        <translation>Das Modell kam nicht bis zum Ende eines Satzes; fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The model answered, but with nothing worth showing; ask again for another try.</source>
        <translation>Das Modell hat geantwortet, aber mit nichts, was sich zu zeigen lohnt; fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>What lies in the bin cannot be divided or joined; put it back first.</source>
        <translation>Was im Papierkorb liegt, lässt sich weder teilen noch verbinden; legen Sie es zuerst zurück.</translation>
    </message>
    <message>
        <source>There are no two scenes here to join; choose a scene that another follows, or several scenes.</source>
        <translation>Hier sind keine zwei Szenen zu verbinden; wählen Sie eine Szene, auf die eine andere folgt, oder mehrere Szenen.</translation>
    </message>
    <message>
        <source>These scenes were written in since they were divided or joined, so that cannot be taken back at once; your words are where you see them. Join or split them again instead.</source>
        <translation>In diesen Szenen wurde geschrieben, seit sie geteilt oder verbunden wurden; das lässt sich deshalb nicht in einem Schritt zurücknehmen. Ihre Worte stehen, wo Sie sie sehen. Verbinden oder teilen Sie sie stattdessen von Neuem.</translation>
    </message>
    <message>
        <source>Seals are chained but not signed.</source>
        <translation>Die Siegel sind verkettet, aber nicht unterschrieben.</translation>
    </message>
    <message>
        <source>The key is kept in the system’s keyring.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>It is made, and kept in the system’s keyring, when a manuscript is opened.</source>
        <translation>Er entsteht, wenn ein Manuskript geöffnet wird, und liegt dann im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>There is another author’s key on this computer ({known}). Export it first if anything was signed with it, then import again with --replace.</source>
        <translation>Auf diesem Rechner gibt es den Schlüssel eines anderen Autors ({known}). Exportieren Sie ihn zuerst, falls etwas damit unterschrieben wurde, und importieren Sie dann noch einmal mit --replace.</translation>
    </message>
    <message>
        <source>What is kept as the author’s key is damaged, so seals are not signed; put the key back with `firsthand key import`.</source>
        <translation>Was als Schlüssel des Autors aufbewahrt ist, ist beschädigt; die Siegel werden deshalb nicht unterschrieben. Holen Sie den Schlüssel mit `firsthand key import` zurück.</translation>
    </message>
    <message>
        <source>{source} cannot be read ({why}).</source>
        <translation>{source} lässt sich nicht lesen ({why}).</translation>
    </message>
    <message>
        <source>The key is kept in the plain file {file}, as you wished.</source>
        <translation>Der Schlüssel liegt in der einfachen Datei {file}, wie Sie es wollten.</translation>
    </message>
    <message>
        <source>The key file {file} cannot be read, so seals are not signed ({error}).</source>
        <translation>Die Schlüsseldatei {file} lässt sich nicht lesen; die Siegel werden deshalb nicht unterschrieben ({error}).</translation>
    </message>
    <message>
        <source>{error} The key was not taken.</source>
        <translation>{error} Der Schlüssel wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>{target} cannot be written ({why}).</source>
        <translation>{target} lässt sich nicht schreiben ({why}).</translation>
    </message>
    <message>
        <source>The history was damaged when it was made.</source>
        <translation>Der Verlauf war beschädigt, als sie entstand.</translation>
    </message>
    <message>
        <source>It holds {words} words; the one before it held {good}.</source>
        <translation>Sie enthält {words} Wörter; die davor enthielt {good}.</translation>
    </message>
    <message>
        <source>No backup was made: what was written did not pass its own check. The earlier backups are as they were, and Firsthand tries again later.</source>
        <translation>Es entstand keine Sicherung: Was geschrieben wurde, hielt der eigenen Prüfung nicht stand. Die früheren Sicherungen sind unverändert, und Firsthand versucht es später noch einmal.</translation>
    </message>
    <message>
        <source>No backup was made, and the earlier ones are as they were: {error}</source>
        <translation>Es entstand keine Sicherung, und die früheren sind unverändert: {error}</translation>
    </message>
    <message>
        <source>No backup could be made in {folder} ({why}). Your words are saved in the manuscript as always; make room, or choose another folder for the backups.</source>
        <translation>In {folder} konnte keine Sicherung entstehen ({why}). Ihre Worte sind wie immer im Manuskript gespeichert; schaffen Sie Platz, oder wählen Sie für die Sicherungen einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The backup could not be unpacked in {folder} ({why}). Choose another folder.</source>
        <translation>Die Sicherung konnte in {folder} nicht entpackt werden ({why}). Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The backup {name} is damaged, so nothing was taken from it. Choose another one.</source>
        <translation>Die Sicherung {name} ist beschädigt, deshalb wurde ihr nichts entnommen. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The backup {name} was made by a newer Firsthand; install that to open it.</source>
        <translation>Die Sicherung {name} stammt von einem neueren Firsthand; installieren Sie es, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The backup {name} names a file outside its folder ({file}); it was not opened.</source>
        <translation>Die Sicherung {name} nennt eine Datei außerhalb ihres Ordners ({file}); sie wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>The backup {name} cannot be read or unpacked ({why}).</source>
        <translation>Die Sicherung {name} lässt sich nicht lesen oder entpacken ({why}).</translation>
    </message>
    <message>
        <source>The history of another computer is still arriving. Your words are untouched; what was written there is joined when all of it has come.</source>
        <translation>Der Verlauf eines anderen Rechners kommt noch an. Ihre Worte sind unberührt; was dort geschrieben wurde, wird zusammengeführt, sobald alles da ist.</translation>
    </message>
    <message>
        <source>A file of the history, {unread}, so the manuscript is open for reading only. Open it again when the disk is well, or set the file aside with `firsthand repair`.</source>
        <translation>Das Manuskript ist nur zum Lesen geöffnet, wegen einer Datei des Verlaufs: {unread}. Öffnen Sie es noch einmal, wenn der Datenträger wieder in Ordnung ist, oder legen Sie die Datei mit `firsthand repair` beiseite.</translation>
    </message>
    <message>
        <source>A part of the history is damaged: {fault}. Your words are untouched; whose they are is known as far as it can be read. `firsthand repair {manuscript}` rebuilds what can be rebuilt.</source>
        <translation>Ein Teil des Verlaufs ist beschädigt: {fault}. Ihre Worte sind unberührt; von wem sie sind, ist bekannt, soweit er sich lesen lässt. `firsthand repair {manuscript}` stellt wieder her, was sich wiederherstellen lässt.</translation>
    </message>
    <message>
        <source>{said} The damaged file is kept in {history}/{damaged}; your words are safe.</source>
        <translation>{said} Die beschädigte Datei liegt in {history}/{damaged}; Ihre Worte sind sicher.</translation>
    </message>
    <message>
        <source>{count} conflicted copies hold nothing that is not recorded; they were put into “{folder}”.</source>
        <translation>{count} Konfliktkopien enthalten nichts, was nicht aufgezeichnet ist; sie liegen jetzt in „{folder}“.</translation>
    </message>
    <message>
        <source>The conflicted copy {name} holds nothing that is not recorded; it was put into “{folder}”.</source>
        <translation>Die Konfliktkopie {name} enthält nichts, was nicht aufgezeichnet ist; sie liegt jetzt in „{folder}“.</translation>
    </message>
    <message>
        <source>{name} is a conflicted copy with words that Firsthand does not know. It was left where it is; compare it with {original}, take over what you want, and delete it.</source>
        <translation>{name} ist eine Konfliktkopie mit Worten, die Firsthand nicht kennt. Sie blieb, wo sie ist; vergleichen Sie sie mit {original}, übernehmen Sie, was Sie wollen, und löschen Sie sie.</translation>
    </message>
    <message>
        <source>The import stopped: {folder} cannot be written ({why}). What was imported is whole; make room or choose another folder, and run it again for the rest.</source>
        <translation>Der Import brach ab: {folder} lässt sich nicht schreiben ({why}). Was importiert ist, ist unversehrt; schaffen Sie Platz oder wählen Sie einen anderen Ordner, und importieren Sie noch einmal für den Rest.</translation>
    </message>
    <message>
        <source>{name} is not a text file, so nothing was imported. Save it as plain text or Markdown in the program that wrote it.</source>
        <translation>{name} ist keine Textdatei, deshalb wurde nichts importiert. Speichern Sie sie in dem Programm, das sie schrieb, als reinen Text oder Markdown.</translation>
    </message>
    <message>
        <source>{name} has a paragraph of more than {longest:,} characters, which no page can set, so nothing was imported. Put line ends between its paragraphs in the program that wrote it.</source>
        <translation>{name} hat einen Absatz von mehr als {longest:,} Zeichen, den keine Seite setzen kann; deshalb wurde nichts importiert. Setzen Sie in dem Programm, das sie schrieb, Zeilenenden zwischen die Absätze.</translation>
    </message>
    <message>
        <source>{name} does not say how it is encoded; look whether its accents and quotes are right.</source>
        <translation>{name} sagt nicht, wie die Zeichen gespeichert sind; sehen Sie nach, ob Umlaute und Anführungszeichen stimmen.</translation>
    </message>
    <message>
        <source>Nothing was imported: {error}</source>
        <translation>Es wurde nichts importiert: {error}</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}).</source>
        <translation>{name} lässt sich nicht lesen ({why}).</translation>
    </message>
    <message>
        <source>What was written on another computer was joined into {named}; nothing of either was lost.</source>
        <translation>Was auf einem anderen Rechner geschrieben wurde, ist nun zusammengeführt, in: {named}. Von beidem ging nichts verloren.</translation>
    </message>
    <message>
        <source>{named} and {count} more</source>
        <translation>{named} und {count} weitere</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
    <message>
        <source>Everything is on disk again; nothing was lost.</source>
        <translation>Alles ist wieder gespeichert; verloren ging nichts.</translation>
    </message>
    <message>
        <source>The replacement has “{sign}”, which means nothing; write two backslashes for one.</source>
        <translation>In der Ersetzung steht „{sign}“, was nichts bedeutet; schreiben Sie zwei umgekehrte Schrägstriche für einen.</translation>
    </message>
    <message>
        <source>The replacement names the group “{said}”, which the expression does not have.</source>
        <translation>Die Ersetzung nennt die Gruppe „{said}“, die der Ausdruck nicht hat.</translation>
    </message>
    <message>
        <source>The report cannot be written to {target} ({why}).</source>
        <translation>Der Bericht lässt sich nicht nach {target} schreiben ({why}).</translation>
    </message>
    <message>
        <source>“{title}” was changed by another program since; what came in is counted as outside.</source>
        <translation>„{title}“ wurde seither von einem anderen Programm geändert; was hinzukam, zählt als außerhalb geschrieben.</translation>
    </message>
    <message>
        <source>The folder {folder} is not empty; choose a new one for the sample novel.</source>
        <translation>Der Ordner {folder} ist nicht leer; wählen Sie für den Beispielroman einen neuen.</translation>
    </message>
    <message>
        <source>The sample novel cannot be put into {folder} ({why}). Choose another folder.</source>
        <translation>Der Beispielroman lässt sich nicht in {folder} ablegen ({why}). Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Looking for this expression takes too long; make it simpler.</source>
        <translation>Nach diesem Ausdruck zu suchen dauert zu lange; machen Sie ihn einfacher.</translation>
    </message>
    <message>
        <source>This expression cannot be read: {said}.</source>
        <translation>Dieser Ausdruck lässt sich nicht lesen: {said}.</translation>
    </message>
    <message>
        <source>, at character {number}</source>
        <translation>, bei Zeichen {number}</translation>
    </message>
    <message>
        <source>The file of “{title}” was gone or empty; its words were brought back from the history.</source>
        <translation>Die Datei von „{title}“ fehlte oder war leer; die Worte wurden aus dem Verlauf zurückgeholt.</translation>
    </message>
    <message>
        <source>“{title}” was brought back to where you stopped, from the history.</source>
        <translation>„{title}“ wurde aus dem Verlauf wieder dorthin gebracht, wo Sie aufgehört haben.</translation>
    </message>
    <message>
        <source>The folder is read-only, so the manuscript is open for reading only.</source>
        <translation>Der Ordner ist schreibgeschützt, deshalb ist das Manuskript nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>“{title}” was changed here and by another program in the same place; your words stay, and its version is kept as {copy}.</source>
        <translation>„{title}“ wurde hier und von einem anderen Programm an derselben Stelle geändert; Ihre Worte bleiben, und dessen Fassung ist als {copy} aufbewahrt.</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Eins</translation>
    </message>
    <message>
        <source>Untitled scene</source>
        <translation>Szene ohne Titel</translation>
    </message>
    <message>
        <source>The disk refuses the manuscript’s folder ({why}), so it is open for reading only; open it again when the disk is well.</source>
        <translation>Der Datenträger verweigert den Ordner des Manuskripts ({why}), deshalb ist es nur zum Lesen geöffnet; öffnen Sie es noch einmal, wenn der Datenträger wieder in Ordnung ist.</translation>
    </message>
    <message>
        <source>“{title}” was changed by another program while open here; its version is kept as {copy}.</source>
        <translation>„{title}“ wurde von einem anderen Programm geändert, während es hier geöffnet war; dessen Fassung ist als {copy} aufbewahrt.</translation>
    </message>
    <message>
        <source>A version needs a name of at least one letter; none was given, and nothing was changed.</source>
        <translation>Eine Fassung braucht einen Namen aus mindestens einem Buchstaben; es wurde keiner genannt und nichts geändert.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); nothing was changed. Try again when the disk is well.</source>
        <translation>{name} lässt sich nicht lesen ({why}); geändert wurde nichts. Versuchen Sie es noch einmal, wenn der Datenträger wieder in Ordnung ist.</translation>
    </message>
    <message>
        <source>{name} could not be understood, so Firsthand does as usual; it is kept as {kept}, and your words are safe.</source>
        <translation>{name} war nicht zu verstehen, Firsthand verhält sich deshalb wie üblich; die Datei ist als {kept} aufbewahrt, und Ihre Worte sind sicher.</translation>
    </message>
    <message>
        <source>In {name}, Firsthand cannot use what is said of {names}, and does as usual there.</source>
        <translation>In {name} kann Firsthand nichts anfangen mit dem, was zu {names} steht, und verhält sich dort wie üblich.</translation>
    </message>
    <message>
        <source>{path} is no settings file that can be read, so Firsthand does as usual; your words are safe.</source>
        <translation>{path} ist keine lesbare Datei mit Einstellungen, Firsthand verhält sich deshalb wie üblich; Ihre Worte sind sicher.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read ({why}).</source>
        <translation>Die Einstellungen in {path} lassen sich nicht lesen ({why}).</translation>
    </message>
    <message>
        <source>Spelling is not checked any more: the spelling program ended. Switch spelling off and on to start it again.</source>
        <translation>Die Rechtschreibung wird nicht mehr geprüft: Das Prüfprogramm ist ausgefallen. Schalten Sie die Prüfung aus und wieder ein, um es neu zu starten.</translation>
    </message>
    <message>
        <source>Spelling cannot be checked: the dictionary cannot be read. Installing Firsthand again brings it back; your words are safe.</source>
        <translation>Die Rechtschreibung lässt sich nicht prüfen: Das Wörterbuch ist nicht zu lesen. Eine neue Installation von Firsthand bringt es zurück; Ihre Worte sind sicher.</translation>
    </message>
    <message>
        <source>Spelling cannot be checked: the spelling program (chunspell) is not installed. Installing Firsthand again brings it back; your words are safe.</source>
        <translation>Die Rechtschreibung lässt sich nicht prüfen: Das Prüfprogramm (chunspell) ist nicht installiert. Eine neue Installation von Firsthand bringt es zurück; Ihre Worte sind sicher.</translation>
    </message>
    <message>
        <source>Spelling cannot be checked ({why}).</source>
        <translation>Die Rechtschreibung lässt sich nicht prüfen ({why}).</translation>
    </message>
    <message>
        <source>The answer was not one that Firsthand understands. Look at {page}.</source>
        <translation>Die Antwort war keine, die Firsthand versteht. Sehen Sie auf {page} nach.</translation>
    </message>
    <message>
        <source>{host} did not say which version is the newest ({code}). Look at {page}.</source>
        <translation>{host} hat nicht gesagt, welche Version die neueste ist ({code}). Sehen Sie auf {page} nach.</translation>
    </message>
    <message>
        <source>{host} cannot be reached ({why}). Try again when you are online.</source>
        <translation>{host} ist nicht zu erreichen ({why}). Versuchen Sie es noch einmal, wenn Sie online sind.</translation>
    </message>
    <message>
        <source>{file} cannot be saved: {why}.</source>
        <translation>{file} lässt sich nicht speichern: {why}.</translation>
    </message>
    <message>
        <source>{file} cannot be saved, as it cannot be read ({why}). Your words are safe in the window; Firsthand tries again at the next pause.</source>
        <translation>{file} lässt sich nicht speichern, weil die Datei nicht zu lesen ist ({why}). Ihre Worte sind im Fenster sicher; Firsthand versucht es bei der nächsten Pause wieder.</translation>
    </message>
    <message>
        <source>The history of an earlier sitting cannot be closed ({why}); what it holds is safe, and Firsthand tries again when the manuscript is opened next.</source>
        <translation>Der Verlauf einer früheren Sitzung lässt sich nicht schließen ({why}); was darin steht, ist sicher, und Firsthand versucht es beim nächsten Öffnen des Manuskripts wieder.</translation>
    </message>
    <message>
        <source>The last line of the history {name} was not finished when the program ended, and was set aside.</source>
        <translation>Die letzte Zeile des Verlaufs {name} war nicht fertig, als das Programm endete, und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>The history was written by a newer Firsthand (format {format}, this one reads up to {known}); nothing was changed. Install the newer version to open it.</source>
        <translation>Der Verlauf stammt von einem neueren Firsthand (Format {format}, dieses liest bis {known}); geändert wurde nichts. Installieren Sie die neuere Version, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>The history cannot be written ({why}): your words are safe in the window; Firsthand keeps trying and will tell you when they are on disk.</source>
        <translation>Der Verlauf lässt sich nicht schreiben ({why}): Ihre Worte sind im Fenster sicher; Firsthand versucht es weiter und sagt Ihnen, wenn sie gespeichert sind.</translation>
    </message>
    <message>
        <source>{name} was damaged and set aside: {said}.</source>
        <translation>{name} war beschädigt und wurde beiseitegelegt: {said}.</translation>
    </message>
    <message>
        <source>nothing in it could be read</source>
        <translation>nichts darin war lesbar</translation>
    </message>
    <message>
        <source>{good} of its {count} lines could be read</source>
        <translation>{good} von {count} Zeilen waren lesbar</translation>
    </message>
    <message>
        <source>its beginning was written again</source>
        <translation>der Anfang wurde neu geschrieben</translation>
    </message>
    <message>
        <source>There is no folder {path}; choose the folder that holds {outline}.</source>
        <translation>Den Ordner {path} gibt es nicht; wählen Sie den Ordner, in dem {outline} liegt.</translation>
    </message>
    <message>
        <source>The folder {name} is not a manuscript: it has no {outline}. Nothing was changed; choose another folder, or make a new manuscript.</source>
        <translation>Der Ordner {name} ist kein Manuskript: Er hat keine {outline}. Geändert wurde nichts; wählen Sie einen anderen Ordner, oder legen Sie ein neues Manuskript an.</translation>
    </message>
    <message>
        <source>{outline} in {name} leads out of the folder, so the manuscript was not opened.</source>
        <translation>{outline} in {name} führt aus dem Ordner hinaus, deshalb wurde das Manuskript nicht geöffnet.</translation>
    </message>
    <message>
        <source>“{title}” ({file}) has a paragraph of more than {longest:,} characters, which no page can set. The file was left as it is; divide the paragraph in a text editor, then open the scene again.</source>
        <translation>„{title}“ ({file}) hat einen Absatz von mehr als {longest:,} Zeichen, den keine Seite setzen kann. Die Datei blieb, wie sie war; teilen Sie den Absatz in einem Texteditor, und öffnen Sie die Szene dann noch einmal.</translation>
    </message>
    <message>
        <source>The manuscript’s folder {path} is not there any more. What you write is kept in the window; bring the folder or its drive back, and it is saved.</source>
        <translation>Der Ordner {path} des Manuskripts ist nicht mehr da. Was Sie schreiben, bleibt im Fenster erhalten; holen Sie den Ordner oder sein Laufwerk zurück, dann wird es gespeichert.</translation>
    </message>
    <message>
        <source>{name} was not saved: its folder is now a link that leads out of the manuscript. Your words are safe in the history; put the folder back in its place.</source>
        <translation>{name} wurde nicht gespeichert: Der Ordner ist jetzt ein Verweis, der aus dem Manuskript hinausführt. Ihre Worte sind im Verlauf sicher; setzen Sie den Ordner wieder an seine Stelle.</translation>
    </message>
    <message>
        <source>{outline} cannot be read: {why}.</source>
        <translation>{outline} lässt sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <source>{outline} in {name} is damaged ({error}). Your scenes are untouched beside it; mend the file in a text editor, put back a copy, or have it made again with `firsthand repair`.</source>
        <translation>{outline} in {name} ist beschädigt ({error}). Ihre Szenen daneben sind unberührt; berichtigen Sie die Datei in einem Texteditor, legen Sie eine Kopie zurück, oder lassen Sie sie mit `firsthand repair` neu anlegen.</translation>
    </message>
    <message>
        <source>The folder {name} is not empty; choose a new one for the manuscript.</source>
        <translation>Der Ordner {name} ist nicht leer; wählen Sie für das Manuskript einen neuen.</translation>
    </message>
    <message>
        <source>The manuscript cannot be made in {path}: {why}. Choose another folder.</source>
        <translation>Das Manuskript lässt sich nicht in {path} anlegen: {why}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“{title}” cannot be read: {why}.</source>
        <translation>„{title}“ lässt sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <source>“{title}” ({file}) is not UTF-8 text (byte {byte}). The file was left as it is; save it as UTF-8 in the program that wrote it, then open the scene again.</source>
        <translation>„{title}“ ({file}) ist kein UTF-8-Text (Byte {byte}). Die Datei blieb, wie sie war; speichern Sie sie in dem Programm, das sie schrieb, als UTF-8, und öffnen Sie die Szene dann noch einmal.</translation>
    </message>
    <message>
        <source>The files cannot be renamed ({why}), so nothing was changed. Your words are safe.</source>
        <translation>Die Dateien lassen sich nicht umbenennen ({why}), deshalb wurde nichts geändert. Ihre Worte sind sicher.</translation>
    </message>
    <message>
        <source>{name} cannot be saved ({why}). Your words are safe in the window and in the file as it last was; Firsthand tries again at the next pause.</source>
        <translation>{name} lässt sich nicht speichern ({why}). Ihre Worte sind im Fenster sicher und in der Datei, wie sie zuletzt war; Firsthand versucht es bei der nächsten Pause wieder.</translation>
    </message>
    <message>
        <source>The file of “{title}” ({file}) lies outside the manuscript’s folder, so it was not opened, and nothing there is read or changed. What the history has of its words is safe; correct its file in {outline}, then open the manuscript again.</source>
        <translation>Die Datei von „{title}“ ({file}) liegt außerhalb des Manuskriptordners; sie wurde nicht geöffnet, und dort wird nichts gelesen oder geändert. Was der Verlauf von ihren Worten weiß, ist sicher; berichtigen Sie die Datei in {outline} und öffnen Sie das Manuskript dann noch einmal.</translation>
    </message>
    <message>
        <source>This manuscript was made by a newer Firsthand (format {version}, this one reads up to {known}). Nothing was changed; install the newer version to open it.</source>
        <translation>Dieses Manuskript stammt von einem neueren Firsthand (Format {version}, dieses liest bis {known}). Geändert wurde nichts; installieren Sie die neuere Version, um es zu öffnen.</translation>
    </message>
    <message>
        <source>{outline} names two scenes with one id (“{other}” and “{title}”); give one of them another. Nothing was changed.</source>
        <translation>{outline} nennt zwei Szenen mit einer Kennung („{other}“ und „{title}“); geben Sie einer davon eine andere. Geändert wurde nichts.</translation>
    </message>
    <message>
        <source>“{other}” and “{title}” have one file ({file}), so the manuscript was not opened. Give one of them another in {outline}; nothing was changed.</source>
        <translation>„{other}“ und „{title}“ haben dieselbe Datei ({file}), deshalb wurde das Manuskript nicht geöffnet. Geben Sie einer davon in {outline} eine andere; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>{start}; of these words the author says: {parts}; of {silent} the author has not said where from.</source>
        <translation>{start}, davon laut eigener Angabe: {parts}; für {silent} fehlt eine Angabe zur Quelle.</translation>
    </message>
    <message>
        <source>From “{title}”, another manuscript: {n} character of the final text, {parts}. How they came about is in the record of that manuscript, not in this one.</source>
        <translation>Aus „{title}“, einem anderen Manuskript: {n} Zeichen des vorliegenden Textes, {parts}. Wie es entstand, steht in der Aufzeichnung jenes Manuskripts, nicht in dieser.</translation>
    </message>
    <message>
        <source>From “{title}”, another manuscript: {n} characters of the final text, {parts}. How they came about is in the record of that manuscript, not in this one.</source>
        <translation>Aus „{title}“, einem anderen Manuskript: {n} Zeichen des vorliegenden Textes, {parts}. Wie sie entstanden, steht in der Aufzeichnung jenes Manuskripts, nicht in dieser.</translation>
    </message>
    <message>
        <source>{what}, in {places}</source>
        <translation>{what}, in {places}</translation>
    </message>
    <message>
        <source>{said}, said {when}</source>
        <translation>{said}, angegeben am {when}</translation>
    </message>
    <message>
        <source>{words} in a row</source>
        <translation>{words} in Folge</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Shown before</source>
        <translation>Zuvor gezeigt</translation>
    </message>
    <message>
        <source>Words in a row</source>
        <translation>Wörter in Folge</translation>
    </message>
    <message>
        <source>Rare words in a row</source>
        <translation>Seltene Wörter in Folge</translation>
    </message>
    <message>
        <source>Nearly the same words</source>
        <translation>Fast dieselben Wörter</translation>
    </message>
    <message>
        <source>It came in one piece and equals text that had been cut or deleted; it has the origins that had.</source>
        <translation>Es kam in einem Stück und gleicht Text, der ausgeschnitten oder gelöscht worden war; es hat dessen Herkunft.</translation>
    </message>
    <message>
        <source>It came in one piece and equals text that stands in the manuscript; it has the origins that has.</source>
        <translation>Es kam in einem Stück und gleicht Text, der im Manuskript steht; es hat dessen Herkunft.</translation>
    </message>
    <message>
        <source>It came in one piece and is a whole suggestion, or whole sentences of one, that had been shown.</source>
        <translation>Es kam in einem Stück und ist ein zuvor gezeigter Vorschlag, ganz oder in ganzen Sätzen.</translation>
    </message>
    <message>
        <source>Eight or more words in the order in which a suggestion had shown them.</source>
        <translation>Acht oder mehr Wörter in der Reihenfolge, in der ein Vorschlag sie gezeigt hatte.</translation>
    </message>
    <message>
        <source>Five to seven words, rare together, in the order in which a suggestion had shown them.</source>
        <translation>Fünf bis sieben Wörter, die zusammen selten sind, in der Reihenfolge, in der ein Vorschlag sie gezeigt hatte.</translation>
    </message>
    <message>
        <source>Of 15 words at least 13 are the same, in the order in which a suggestion had shown them.</source>
        <translation>Von 15 Wörtern sind mindestens 13 dieselben, in der Reihenfolge, in der ein Vorschlag sie gezeigt hatte.</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>the author’s own earlier text</source>
        <translation>eigener früherer Text</translation>
    </message>
    <message>
        <source>a quotation</source>
        <translation>ein Zitat</translation>
    </message>
    <message>
        <source>another AI tool’s text</source>
        <translation>Text eines anderen KI-Werkzeugs</translation>
    </message>
    <message>
        <source>another person’s text</source>
        <translation>Text einer anderen Person</translation>
    </message>
    <message>
        <source>another AI tool’s, as the author says</source>
        <translation>von einem anderen KI-Werkzeug, laut Angabe</translation>
    </message>
    <message>
        <source>from elsewhere, not said whose</source>
        <translation>von anderswo, ohne Angabe</translation>
    </message>
    <message>
        <source>a model’s</source>
        <translation>von einem Modell</translation>
    </message>
    <message>
        <source>{start}; the author has not said where from.</source>
        <translation>{start}; eine Angabe zur Quelle fehlt.</translation>
    </message>
    <message>
        <source>{start}; the author says: {said}.</source>
        <translation>{start}; laut eigener Angabe: {said}.</translation>
    </message>
    <message>
        <source>{start}; of these words the author says: {parts}.</source>
        <translation>{start}, davon laut eigener Angabe: {parts}.</translation>
    </message>
    <message>
        <source>With what the author says of it, {side} of its words are a model’s or another AI tool’s.</source>
        <translation>Mit dem, was dazu angegeben ist, stammen {side} seiner Wörter von einem Modell oder einem anderen KI-Werkzeug.</translation>
    </message>
    <message>
        <source>Findings are left out: every figure is what the program saw.</source>
        <translation>Befunde sind weggelassen: Jede Zahl ist, was das Programm sah.</translation>
    </message>
    <message>
        <source>{what} from another manuscript</source>
        <translation>{what} aus einem anderen Manuskript</translation>
    </message>
    <message>
        <source>{what} {when}</source>
        <translation>{what} am {when}</translation>
    </message>
    <message>
        <source>{places} and {n} more scene</source>
        <translation>{places} und {n} weiteren Szene</translation>
    </message>
    <message>
        <source>{places} and {n} more scenes</source>
        <translation>{places} und {n} weiteren Szenen</translation>
    </message>
    <message>
        <source>found by a rule</source>
        <translation>durch eine Regel gefunden</translation>
    </message>
    <message>
        <source>seen by the program, in part found by a rule</source>
        <translation>vom Programm gesehen, zum Teil durch eine Regel gefunden</translation>
    </message>
    <message>
        <source>seen by the program</source>
        <translation>vom Programm gesehen</translation>
    </message>
    <message>
        <source>{n} of {all} word</source>
        <translation>{n} von {all} Wort</translation>
    </message>
    <message>
        <source>{n} of {all} words</source>
        <translation>{n} von {all} Wörtern</translation>
    </message>
    <message>
        <source>Found by a rule: {stretches}</source>
        <translation>Durch eine Regel gefunden: {stretches}</translation>
    </message>
    <message>
        <source>nearly the same, {words}</source>
        <translation>fast dieselben, {words}</translation>
    </message>
    <message>
        <source>{words}, all that came, as they were shown</source>
        <translation>{words}, alles, was kam, wie es gezeigt wurde</translation>
    </message>
    <message>
        <source>{n} rare word in a row</source>
        <translation>{n} seltenes Wort in Folge</translation>
    </message>
    <message>
        <source>{n} rare words in a row</source>
        <translation>{n} seltene Wörter in Folge</translation>
    </message>
    <message>
        <source>The author has not said whose {words} are.</source>
        <translation>Es fehlt die Angabe, von wem {words} stammen.</translation>
    </message>
    <message>
        <source>{n} word ({share}) was pasted</source>
        <translation>{n} Wort ({share}) wurde eingefügt</translation>
    </message>
    <message>
        <source>{n} words ({share}) were pasted</source>
        <translation>{n} Wörter ({share}) wurden eingefügt</translation>
    </message>
    <message>
        <source>{n} word ({share}) stood there before recording began</source>
        <translation>{n} Wort ({share}) stand schon da, bevor die Aufzeichnung begann</translation>
    </message>
    <message>
        <source>{n} words ({share}) stood there before recording began</source>
        <translation>{n} Wörter ({share}) standen schon da, bevor die Aufzeichnung begann</translation>
    </message>
    <message>
        <source>{n} word ({share}) was brought by another program</source>
        <translation>{n} Wort ({share}) kam durch ein anderes Programm hinzu</translation>
    </message>
    <message>
        <source>{n} words ({share}) were brought by another program</source>
        <translation>{n} Wörter ({share}) kamen durch ein anderes Programm hinzu</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>There before recording, taken in</source>
        <translation>Schon vor der Aufzeichnung da, aufgenommen</translation>
    </message>
    <message>
        <source>From another program</source>
        <translation>Aus einem anderen Programm</translation>
    </message>
    <message>
        <source>shown before</source>
        <translation>zuvor gezeigt</translation>
    </message>
    <message>
        <source>words in a row</source>
        <translation>Wörter in Folge</translation>
    </message>
    <message>
        <source>rare words in a row</source>
        <translation>seltene Wörter in Folge</translation>
    </message>
    <message>
        <source>nearly the same words</source>
        <translation>fast dieselben Wörter</translation>
    </message>
    <message>
        <source>nearly the same, {n} of {all} rare words</source>
        <translation>fast dieselben, {n} von {all} seltenen Wörtern</translation>
    </message>
    <message>
        <source>the pasted words</source>
        <translation>die eingefügten Worte</translation>
    </message>
    <message>
        <source>the rest of the pasted words</source>
        <translation>die übrigen eingefügten Worte</translation>
    </message>
    <message>
        <source>the words that stood there before</source>
        <translation>die schon vorhandenen Worte</translation>
    </message>
    <message>
        <source>the rest of the words that stood there before</source>
        <translation>die übrigen schon vorhandenen Worte</translation>
    </message>
    <message>
        <source>the words from another program</source>
        <translation>die Worte aus einem anderen Programm</translation>
    </message>
    <message>
        <source>the rest of the words from another program</source>
        <translation>die übrigen Worte aus einem anderen Programm</translation>
    </message>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>1,234.5</source>
        <translation>1.234,5</translation>
    </message>
    <message>
        <source>{n} word</source>
        <translation>{n} Wort</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} Wörter</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}.&#xa0;{month} {year}</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>vom {first} bis {last}</translation>
    </message>
    <message>
        <source>{several}, and {last}</source>
        <translation>{several} und {last}</translation>
    </message>
    <message>
        <source>{one_day}</source>
        <translation>am {one_day}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day}.&#xa0;{month}</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} und {other}</translation>
    </message>
    <message>
        <source>typed by the author</source>
        <translation>selbst getippt</translation>
    </message>
    <message>
        <source>inserted from a model</source>
        <translation>von einem Modell übernommen</translation>
    </message>
    <message>
        <source>a model’s, typed again</source>
        <translation>von einem Modell, abgetippt</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>eingefügt</translation>
    </message>
    <message>
        <source>there before recording began</source>
        <translation>schon da, bevor die Aufzeichnung begann</translation>
    </message>
    <message>
        <source>changed by another program</source>
        <translation>von einem anderen Programm geändert</translation>
    </message>
    <message>
        <source>put in by a tool</source>
        <translation>von einem Werkzeug gesetzt</translation>
    </message>
    <message>
        <source>of more than one origin</source>
        <translation>von gemischter Herkunft</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>SmolLM2 · on this computer</source>
        <translation>SmolLM2 · auf diesem Rechner</translation>
    </message>
    <message>
        <source>Another Firsthand, on the computer {computer}, has this manuscript open, so it is open for reading only here.</source>
        <translation>Ein anderes Firsthand, auf dem Rechner {computer}, hat dieses Manuskript geöffnet, deshalb ist es hier nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Another Firsthand has this manuscript open, so it is open for reading only here.</source>
        <translation>Ein anderes Firsthand hat dieses Manuskript geöffnet, deshalb ist es hier nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <source>{share} of all in place of a model’s words</source>
        <translation>{share} von allem anstelle von Worten eines Modells</translation>
    </message>
    <message>
        <source>{n} entry</source>
        <translation>{n} Eintrag</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} Einträge</translation>
    </message>
    <message>
        <source>record unbroken, {entries}, sealed, not signed</source>
        <translation>Aufzeichnung unversehrt, {entries}, versiegelt, nicht unterschrieben</translation>
    </message>
    <message>
        <source>Not under a seal: {n} line of the record.</source>
        <translation>Nicht unter einem Siegel: {n} Zeile der Aufzeichnung.</translation>
    </message>
    <message>
        <source>Not under a seal: {n} lines of the record.</source>
        <translation>Nicht unter einem Siegel: {n} Zeilen der Aufzeichnung.</translation>
    </message>
    <message>
        <source>The seals are signed by several keys: {keys}.</source>
        <translation>Die Siegel sind mit mehreren Schlüsseln unterschrieben: {keys}.</translation>
    </message>
    <message>
        <source>{n} seal set late, after a sitting that did not end by itself.</source>
        <translation>{n} Siegel nachträglich gesetzt, nach einer Sitzung, die nicht von selbst endete.</translation>
    </message>
    <message>
        <source>{n} seals set late, after a sitting that did not end by itself.</source>
        <translation>{n} Siegel nachträglich gesetzt, jeweils nach einer Sitzung, die nicht von selbst endete.</translation>
    </message>
    <message>
        <source>The page and the text behind it differed {n} time and were brought together.</source>
        <translation>Die Seite und der Text dahinter wichen {n}-mal voneinander ab und wurden in Übereinstimmung gebracht.</translation>
    </message>
    <message>
        <source>The page and the text behind it differed {n} times and were brought together.</source>
        <translation>Die Seite und der Text dahinter wichen {n}-mal voneinander ab und wurden in Übereinstimmung gebracht.</translation>
    </message>
    <message>
        <source>of the one word in this manuscript was typed by the author</source>
        <translation>des einen Wortes in diesem Manuskript ist von der Autorin oder dem Autor selbst getippt</translation>
    </message>
    <message>
        <source>of the {n} words in this manuscript were typed by the author</source>
        <translation>der {n} Wörter in diesem Manuskript sind von der Autorin oder dem Autor selbst getippt</translation>
    </message>
    <message>
        <source>No other words stand in it; of what a model suggested, no word is left in the text.</source>
        <translation>Andere Wörter stehen nicht darin; von dem, was ein Modell vorschlug, ist kein Wort im Text geblieben.</translation>
    </message>
    <message>
        <source>This manuscript was recorded in Firsthand.</source>
        <translation>Dieses Manuskript wurde in Firsthand aufgezeichnet.</translation>
    </message>
    <message>
        <source>Of its {words}, {n} ({share}) were typed by the author, {revised} of them in place of a model’s words.</source>
        <translation>Es hat {words}, davon {n} ({share}) von der Autorin oder dem Autor selbst getippt, darunter {revised} anstelle von Worten eines Modells.</translation>
    </message>
    <message>
        <source>{n} word ({share}) is typed again from a model’s suggestion{listing}.</source>
        <translation>{n} Wort ({share}) ist aus dem Vorschlag eines Modells abgetippt{listing}.</translation>
    </message>
    <message>
        <source>{n} words ({share}) are typed again from a model’s suggestions{listing}.</source>
        <translation>{n} Wörter ({share}) sind aus Vorschlägen eines Modells abgetippt{listing}.</translation>
    </message>
    <message>
        <source>{n} word ({share}) has letters of more than one origin.</source>
        <translation>{n} Wort ({share}) hat Buchstaben verschiedener Herkunft.</translation>
    </message>
    <message>
        <source>{n} words ({share}) have letters of more than one origin.</source>
        <translation>{n} Wörter ({share}) haben Buchstaben verschiedener Herkunft.</translation>
    </message>
    <message>
        <source>, in {n} passage listed above</source>
        <translation>, an {n} oben aufgeführten Stelle</translation>
    </message>
    <message>
        <source>, in {n} passages listed above</source>
        <translation>, an {n} oben aufgeführten Stellen</translation>
    </message>
    <message>
        <source>Text generated by an AI model ({models}) makes up {share} of its words ({n} of {total}){listing}.</source>
        <translation>Von einem KI-Modell ({models}) erzeugter Text macht {share} seiner Wörter aus ({n} von {total}){listing}.</translation>
    </message>
    <message>
        <source>{n} scene no longer in the manuscript, into which {characters} were put, stands in neither measure.</source>
        <translation>{n} Szene, die nicht mehr im Manuskript ist und in die {characters} eingebracht wurden, ist in keinem der beiden Maße enthalten.</translation>
    </message>
    <message>
        <source>{n} scenes no longer in the manuscript, into which {characters} were put, stand in neither measure.</source>
        <translation>{n} Szenen, die nicht mehr im Manuskript sind und in die {characters} eingebracht wurden, sind in keinem der beiden Maße enthalten.</translation>
    </message>
    <message>
        <source>{n} sitting</source>
        <translation>{n} Sitzung</translation>
    </message>
    <message>
        <source>{n} sittings</source>
        <translation>{n} Sitzungen</translation>
    </message>
    <message>
        <source>record unbroken, {entries}, sealed and signed</source>
        <translation>Aufzeichnung unversehrt, {entries}, versiegelt und unterschrieben</translation>
    </message>
    <message>
        <source>The record of “{title}” does not fit its text ({reason}); its figures end there.</source>
        <translation>Die Aufzeichnung von „{title}“ passt nicht zu ihrem Text (die Prüfung sagt: {reason}); ihre Zahlen enden dort.</translation>
    </message>
    <message>
        <source>The seals are not signed: they show a later change of the record, unless every seal after it was made anew.</source>
        <translation>Die Siegel sind nicht unterschrieben: Sie zeigen eine spätere Änderung der Aufzeichnung, wenn nicht alle Siegel danach neu gemacht wurden.</translation>
    </message>
    <message>
        <source>{typed}; {share} of all its words are the author’s in place of a model’s</source>
        <translation>{typed}; {share} aller Wörter stehen anstelle von Worten eines Modells</translation>
    </message>
    <message>
        <source>No other words stand in it, and no model was asked.</source>
        <translation>Andere Wörter stehen nicht darin, und kein Modell wurde gefragt.</translation>
    </message>
    <message>
        <source>There are no words in this manuscript to make a statement about.</source>
        <translation>In diesem Manuskript stehen keine Wörter, über die sich etwas erklären ließe.</translation>
    </message>
    <message>
        <source>This manuscript was drafted in Firsthand.</source>
        <translation>Dieses Manuskript wurde in Firsthand verfasst.</translation>
    </message>
    <message>
        <source>This manuscript was recorded in Firsthand, {when}.</source>
        <translation>Dieses Manuskript wurde {when} in Firsthand aufgezeichnet.</translation>
    </message>
    <message>
        <source>Of its {words}, none was typed by the author.</source>
        <translation>Es hat {words}, davon keines von der Autorin oder dem Autor getippt.</translation>
    </message>
    <message>
        <source>Of its {words}, {n} ({share}) were typed by the author.</source>
        <translation>Es hat {words}, davon {n} ({share}) von der Autorin oder dem Autor selbst getippt.</translation>
    </message>
    <message>
        <source>No model was asked for suggestions.</source>
        <translation>Kein Modell wurde nach Vorschlägen gefragt.</translation>
    </message>
    <message>
        <source>Text generated by an AI model makes up {share} of its words ({n} of {total}){listing}.</source>
        <translation>Von einem KI-Modell erzeugter Text macht {share} seiner Wörter aus ({n} von {total}){listing}.</translation>
    </message>
    <message>
        <source>written {when}</source>
        <translation>geschrieben {when}</translation>
    </message>
    <message>
        <source>findings left out</source>
        <translation>ohne Befunde</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>record broken ({fault})</source>
        <translation>Aufzeichnung beschädigt ({fault})</translation>
    </message>
    <message>
        <source>record of {entries}, not all sealed</source>
        <translation>Aufzeichnung, {entries}, nicht alle versiegelt</translation>
    </message>
    <message>
        <source>record of {entries}, its end perhaps missing</source>
        <translation>Aufzeichnung, {entries}, ihr Ende fehlt vielleicht</translation>
    </message>
    <message>
        <source>Every entry of the record is under a seal, and every seal fits the one before it.</source>
        <translation>Jeder Eintrag der Aufzeichnung steht unter einem Siegel, und jedes Siegel passt zu dem davor.</translation>
    </message>
    <message>
        <source>The record fits together, but not all of it is under a seal; what is not sealed is not verified.</source>
        <translation>Die Aufzeichnung passt zusammen, steht aber nicht ganz unter einem Siegel; was nicht versiegelt ist, ist nicht geprüft.</translation>
    </message>
    <message>
        <source>The record fits together, but a sitting did not close; without its end it is not verified.</source>
        <translation>Die Aufzeichnung passt zusammen, aber eine Sitzung wurde nicht abgeschlossen; ohne ihr Ende ist sie nicht geprüft.</translation>
    </message>
    <message>
        <source>The record is broken, so the figures of this report are not verified.</source>
        <translation>Die Aufzeichnung ist beschädigt, die Zahlen dieses Berichts sind deshalb nicht geprüft.</translation>
    </message>
    <message>
        <source>Nothing is recorded of this manuscript, so there is nothing to verify.</source>
        <translation>Von diesem Manuskript ist nichts aufgezeichnet, also gibt es nichts zu prüfen.</translation>
    </message>
    <message>
        <source>{share} is a model’s word as it wrote it</source>
        <translation>{share} ist ein unverändertes Wort eines Modells</translation>
    </message>
    <message>
        <source>{share} are a model’s words as it wrote them</source>
        <translation>{share} sind unveränderte Worte eines Modells</translation>
    </message>
    <message>
        <source>{share} is a model’s word typed again by hand</source>
        <translation>{share} ist ein von Hand abgetipptes Wort eines Modells</translation>
    </message>
    <message>
        <source>{share} are a model’s words typed again by hand</source>
        <translation>{share} sind von Hand abgetippte Worte eines Modells</translation>
    </message>
    <message>
        <source>{share} is a word with letters of more than one origin</source>
        <translation>{share} ist ein Wort mit Buchstaben verschiedener Herkunft</translation>
    </message>
    <message>
        <source>{share} are words with letters of more than one origin</source>
        <translation>{share} sind Wörter mit Buchstaben verschiedener Herkunft</translation>
    </message>
    <message>
        <source>{share} was pasted</source>
        <translation>{share} wurde eingefügt</translation>
    </message>
    <message>
        <source>{share} were pasted</source>
        <translation>{share} wurden eingefügt</translation>
    </message>
    <message>
        <source>{share} stood in the text before recording began</source>
        <translation>{share} standen schon vor Beginn der Aufzeichnung im Text</translation>
    </message>
    <message>
        <source>{share} came in when another program changed the file</source>
        <translation>{share} kamen durch ein anderes Programm in die Datei</translation>
    </message>
    <message>
        <source>{share} was put in by a tool</source>
        <translation>{share} wurde von einem Werkzeug gesetzt</translation>
    </message>
    <message>
        <source>{share} were put in by a tool</source>
        <translation>{share} wurden von einem Werkzeug gesetzt</translation>
    </message>
    <message>
        <source>This manuscript was drafted in Firsthand, {when}.</source>
        <translation>Dieses Manuskript wurde {when} in Firsthand verfasst.</translation>
    </message>
    <message>
        <source>A model was asked for suggestions; no word stands in the text as a model wrote it.</source>
        <translation>Ein Modell wurde nach Vorschlägen gefragt; kein Wort steht so im Text, wie ein Modell es schrieb.</translation>
    </message>
    <message>
        <source>{n} character</source>
        <translation>{n} Zeichen</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n} Zeichen</translation>
    </message>
    <message>
        <source>Fault: {fault}.</source>
        <translation>Mangel, in den Worten der Prüfung: {fault}.</translation>
    </message>
    <message>
        <source>The times are doubtful: {doubt}.</source>
        <translation>Die Zeiten sind zweifelhaft, in den Worten der Prüfung: {doubt}.</translation>
    </message>
    <message>
        <source>The sitting {name} did not close, so that its end may be missing.</source>
        <translation>Die Sitzung {name} wurde nicht abgeschlossen, so dass ihr Ende fehlen kann.</translation>
    </message>
    <message>
        <source>What was put in has been taken out again.</source>
        <translation>Was eingebracht wurde, ist wieder herausgenommen.</translation>
    </message>
    <message>
        <source>There are no words in this manuscript.</source>
        <translation>In diesem Manuskript stehen keine Wörter.</translation>
    </message>
    <message>
        <source>no fault named</source>
        <translation>kein Mangel genannt</translation>
    </message>
    <message>
        <source>{came}, shown {when}</source>
        <translation>{came}, gezeigt am {when}</translation>
    </message>
    <message>
        <source>{came}, and equal to a suggestion shown {when}</source>
        <translation>{came}, gleich einem Vorschlag, gezeigt am {when}</translation>
    </message>
    <message>
        <source>{n} word typed again</source>
        <translation>{n} Wort abgetippt</translation>
    </message>
    <message>
        <source>{n} words typed again</source>
        <translation>{n} Wörter abgetippt</translation>
    </message>
    <message>
        <source>{n} word brought</source>
        <translation>{n} Wort eingebracht</translation>
    </message>
    <message>
        <source>{n} words brought</source>
        <translation>{n} Wörter eingebracht</translation>
    </message>
    <message>
        <source>{purpose}, “{label}”</source>
        <translation>{purpose}, „{label}“</translation>
    </message>
    <message>
        <source>Moved here from “{title}”</source>
        <translation>Hierher verschoben aus „{title}“</translation>
    </message>
    <message>
        <source>{came} from “{title}”, another manuscript</source>
        <translation>{came}, aus „{title}“, einem anderen Manuskript</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>{what}, when is not recorded</source>
        <translation>{what}, wann ist nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>{came}, when it was shown is not recorded</source>
        <translation>{came}, wann gezeigt, ist nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>{came}, and equal to a suggestion; when it was shown is not recorded</source>
        <translation>{came}, gleich einem Vorschlag; wann er gezeigt wurde, ist nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>{n} replaced</source>
        <translation>{n} ersetzt</translation>
    </message>
    <message>
        <source>{n} in another scene</source>
        <translation>{n} in einer anderen Szene</translation>
    </message>
    <message>
        <source>{n} deleted</source>
        <translation>{n} gelöscht</translation>
    </message>
    <message>
        <source>{n} still here</source>
        <translation>{n} noch hier</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>Mitgebracht</translation>
    </message>
    <message>
        <source>Typed by hand</source>
        <translation>Von Hand getippt</translation>
    </message>
    <message>
        <source>a scene that is gone</source>
        <translation>einer Szene, die es nicht mehr gibt</translation>
    </message>
    <message>
        <source>Came in one piece</source>
        <translation>In einem Stück gekommen</translation>
    </message>
    <message>
        <source>Manuscript {id}</source>
        <translation>Manuskript {id}</translation>
    </message>
    <message>
        <source>Scene {number}</source>
        <translation>Szene {number}</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Suggestions used / seen</source>
        <translation>Vorschläge übernommen / gesehen</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Was kam</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>The author says</source>
        <translation>Angabe dazu</translation>
    </message>
    <message>
        <source>The record does not hold the words of this suggestion.</source>
        <translation>Die Worte dieses Vorschlags sind nicht in der Aufzeichnung.</translation>
    </message>
    <message>
        <source>Now, in “{title}”</source>
        <translation>Jetzt, in „{title}“</translation>
    </message>
    <message>
        <source>No word of it is left here.</source>
        <translation>Kein Wort davon ist hier geblieben.</translation>
    </message>
    <message>
        <source>{n} more passage</source>
        <translation>{n} weitere Stelle</translation>
    </message>
    <message>
        <source>{n} more passages</source>
        <translation>{n} weitere Stellen</translation>
    </message>
    <message>
        <source>authorship report</source>
        <translation>Bericht zur Autorschaft</translation>
    </message>
    <message>
        <source>words typed by the author</source>
        <translation>selbst getippte Wörter</translation>
    </message>
    <message>
        <source>of these, in place of a model’s words</source>
        <translation>davon anstelle von Worten eines Modells</translation>
    </message>
    <message>
        <source>a model’s words, unchanged</source>
        <translation>unveränderte Wörter eines Modells</translation>
    </message>
    <message>
        <source>a model’s words, typed again</source>
        <translation>abgetippte Wörter eines Modells</translation>
    </message>
    <message>
        <source>words of more than one origin</source>
        <translation>Wörter von gemischter Herkunft</translation>
    </message>
    <message>
        <source>With what the author says of the text from elsewhere, which the program did not see:</source>
        <translation>Mit dem, was über den Text von anderswo angegeben ist und was das Programm nicht sah:</translation>
    </message>
    <message>
        <source>Growth of the draft</source>
        <translation>Wie der Entwurf wuchs</translation>
    </message>
    <message>
        <source>Characters in the draft by origin, along the recorded changes; at most {n}</source>
        <translation>Zeichen im Entwurf nach Herkunft, entlang der aufgezeichneten Änderungen; höchstens {n}</translation>
    </message>
    <message>
        <source>From left to right: the recorded changes, in their order; the dates say when. Height: characters in the draft, at most {n}. From the top: the origins as listed.</source>
        <translation>Von links nach rechts: die aufgezeichneten Änderungen in ihrer Reihenfolge; die Daten sagen, wann. Höhe: Zeichen im Entwurf, höchstens {n}. Von oben: die Herkunft wie aufgeführt.</translation>
    </message>
    <message>
        <source>Too little is recorded to draw it.</source>
        <translation>Es ist zu wenig aufgezeichnet, um es zu zeichnen.</translation>
    </message>
    <message>
        <source>Scene by scene</source>
        <translation>Szene für Szene</translation>
    </message>
    <message>
        <source>{n} more scene</source>
        <translation>{n} weitere Szene</translation>
    </message>
    <message>
        <source>{n} more scenes</source>
        <translation>{n} weitere Szenen</translation>
    </message>
    <message>
        <source>There are no scenes.</source>
        <translation>Es gibt keine Szenen.</translation>
    </message>
    <message>
        <source>What became of the suggestions</source>
        <translation>Was aus den Vorschlägen wurde</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>versions shown</source>
        <translation>Fassungen gezeigt</translation>
    </message>
    <message>
        <source>read and set aside</source>
        <translation>gelesen und verworfen</translation>
    </message>
    <message>
        <source>left without a decision</source>
        <translation>offen geblieben</translation>
    </message>
    <message>
        <source>kept as a note</source>
        <translation>als Notiz behalten</translation>
    </message>
    <message>
        <source>inserted, whole or in part</source>
        <translation>ganz oder teilweise übernommen</translation>
    </message>
    <message>
        <source>passages still in the text, {n} changed</source>
        <translation>Stellen noch im Text, {n} verändert</translation>
    </message>
    <message>
        <source>typed again by hand, whole or in part</source>
        <translation>ganz oder teilweise von Hand abgetippt</translation>
    </message>
    <message>
        <source>more, brought from another manuscript</source>
        <translation>weitere, aus einem anderen Manuskript mitgebracht</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Art der Anfrage</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>No decision</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>No suggestion was asked for.</source>
        <translation>Nach Vorschlägen wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Every passage that came from a model</source>
        <translation>Jede Stelle, die von einem Modell kam</translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation>Unterstrichen</translation>
    </message>
    <message>
        <source>: the model’s words of this passage.</source>
        <translation>: die Worte des Modells an dieser Stelle.</translation>
    </message>
    <message>
        <source>Wavy</source>
        <translation>Gewellt</translation>
    </message>
    <message>
        <source>: the model’s words, typed again by hand.</source>
        <translation>: die Worte des Modells, von Hand abgetippt.</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Gestrichelt</translation>
    </message>
    <message>
        <source>: the author’s, in place of the model’s.</source>
        <translation>: eigene Worte anstelle der Worte des Modells.</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>Gepunktet</translation>
    </message>
    <message>
        <source>: another passage’s, or text from elsewhere. The rest is the author’s.</source>
        <translation>: Worte einer anderen Stelle oder Text von anderswo. Alles Übrige ist eigener Text.</translation>
    </message>
    <message>
        <source>Typed again by hand</source>
        <translation>Von Hand abgetippt</translation>
    </message>
    <message>
        <source>No passage came from a model.</source>
        <translation>Keine Stelle kam von einem Modell.</translation>
    </message>
    <message>
        <source>What was found, and how</source>
        <translation>Was gefunden wurde, und wie</translation>
    </message>
    <message>
        <source>Findings are left out of this report: every figure is what the program saw.</source>
        <translation>In diesem Bericht sind Befunde weggelassen: Jede Zahl ist, was das Programm sah.</translation>
    </message>
    <message>
        <source>The program looks whether text that came in one piece had stood here before, and whether text that was typed or pasted had been shown by a suggestion; words that stood in the manuscript before a suggestion showed them are never found. Words that a suggestion had shown are a model’s if they came in one piece, and a model’s typed again if they came by the author’s keys. What was observed stays in the record beside each finding. The rules in full: docs/recognition.md of Firsthand.</source>
        <translation>Das Programm prüft, ob Text, der in einem Stück kam, schon einmal hier stand, und ob ein Vorschlag gezeigt hatte, was getippt oder eingefügt wurde; Worte, die im Manuskript standen, bevor ein Vorschlag sie zeigte, werden nie als Befund gewertet. Worte, die ein Vorschlag gezeigt hatte, gelten als Worte eines Modells, wenn sie in einem Stück kamen, und als abgetippte Worte eines Modells, wenn sie über die Tastatur kamen. Was beobachtet wurde, bleibt in der Aufzeichnung neben jedem Befund stehen. Die vollständigen Regeln: docs/recognition.md von Firsthand (auf Englisch).</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Observed as</source>
        <translation>Beobachtet als</translation>
    </message>
    <message>
        <source>Stretches</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Each finding, to be checked</source>
        <translation>Jeder Befund, zum Nachprüfen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Observed, and found to be</source>
        <translation>Beobachtet und befunden als</translation>
    </message>
    <message>
        <source>As what</source>
        <translation>Als was</translation>
    </message>
    <message>
        <source>suggestion {ref}</source>
        <translation>Vorschlag {ref}</translation>
    </message>
    <message>
        <source>{n} moves and copies are counted here and listed in the JSON form of this report.</source>
        <translation>{n} Verschiebungen und Kopien sind hier gezählt und in der JSON-Form dieses Berichts aufgeführt.</translation>
    </message>
    <message>
        <source>Nothing was found: every stretch of the text is what it was observed to be.</source>
        <translation>Es wurde nichts gefunden: Jeder Abschnitt des Textes ist, als was er beobachtet wurde.</translation>
    </message>
    <message>
        <source>Surviving and ever inserted</source>
        <translation>Was blieb, und was je eingebracht wurde</translation>
    </message>
    <message>
        <source>Two measures that are never mixed: what stands in the final text, and everything that was ever put in, whether it stayed or not. Undoing, redoing and moving put nothing in.</source>
        <translation>Zwei Maße, die nie vermischt werden: was im vorliegenden Text steht, und alles, was je eingebracht wurde, ob es blieb oder nicht. Rückgängig machen, Wiederholen und Verschieben bringen nichts ein.</translation>
    </message>
    <message>
        <source>Characters (UTF-16 units)</source>
        <translation>Zeichen (UTF-16-Einheiten)</translation>
    </message>
    <message>
        <source>In the final text</source>
        <translation>Im vorliegenden Text</translation>
    </message>
    <message>
        <source>of its {n}</source>
        <translation>Anteil an {n}</translation>
    </message>
    <message>
        <source>Ever put in</source>
        <translation>Je eingebracht</translation>
    </message>
    <message>
        <source>of all {n}</source>
        <translation>Anteil an allen {n}</translation>
    </message>
    <message>
        <source>Observed and declared apart</source>
        <translation>Beobachtet und angegeben, getrennt</translation>
    </message>
    <message>
        <source>What the program saw is one thing, what the author says of text that came from elsewhere another; the figures above are the first.</source>
        <translation>Was das Programm sah, ist das eine; was die Autorin oder der Autor über Text von anderswo angibt, das andere. Die Zahlen oben sind, was das Programm sah.</translation>
    </message>
    <message>
        <source>What the program saw</source>
        <translation>Was das Programm sah</translation>
    </message>
    <message>
        <source>What the author says of it</source>
        <translation>Was dazu angegeben ist</translation>
    </message>
    <message>
        <source>pasted, imported, or changed outside</source>
        <translation>eingefügt, importiert oder außerhalb geändert</translation>
    </message>
    <message>
        <source>nothing to say</source>
        <translation>nichts anzugeben</translation>
    </message>
    <message>
        <source>Each time that text came from elsewhere</source>
        <translation>Jedes Mal, wenn Text von anderswo kam</translation>
    </message>
    <message>
        <source>{n} more time</source>
        <translation>{n} weiteres Mal</translation>
    </message>
    <message>
        <source>{n} more times</source>
        <translation>{n} weitere Male</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>Die Aufzeichnung</translation>
    </message>
    <message>
        <source>What this report can and cannot show</source>
        <translation>Was dieser Bericht zeigen kann und was nicht</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät oder Ressource belegt</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Der zugeteilte Speicherplatz ist aufgebraucht</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Es ist ein Ordner</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>Das Gerät gibt es nicht</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Es ist kein Ordner</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>Der Ordner ist nicht leer</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Der Datenträger lässt sich nur lesen</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Die Datei ist nicht mehr erreichbar</translation>
    </message>
</context>
<context>
    <name>Scenes</name>
    <message>
        <source>There is no scene here. Make a new one, or put one back from the bin.</source>
        <translation>Hier ist keine Szene. Legen Sie eine neue an, oder holen Sie eine aus dem Papierkorb zurück.</translation>
    </message>
</context>
<context>
    <name>SeekChoices</name>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match capital letters</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Find whole words only</source>
        <translation>Nur ganze Wörter finden</translation>
    </message>
    <message>
        <source>Accents</source>
        <translation>Akzente</translation>
    </message>
    <message>
        <source>Match accents and curly quotes</source>
        <translation>Akzente und typografische Anführungszeichen beachten</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>It is a regular expression</source>
        <translation>Es ist ein regulärer Ausdruck</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings could not be kept ({why}); they hold until you close Firsthand.</source>
        <translation>Die Einstellungen konnten nicht aufbewahrt werden ({why}); sie gelten, bis Sie Firsthand schließen.</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Language and spelling</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Companion</source>
        <translation>Begleiter</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What you choose on this page is then for this manuscript alone.</source>
        <translation>Was Sie auf dieser Seite wählen, gilt dann allein für dieses Manuskript.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> Pixel</translation>
    </message>
    <message>
        <source>&amp;Line length</source>
        <translation>&amp;Zeilenlänge</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source>Line s&amp;pacing</source>
        <translation>Zeilen&amp;abstand</translation>
    </message>
    <message>
        <source>% of the size</source>
        <translation>&#xa0;% der Größe</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Vergrößerung</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>Absätze</translation>
    </message>
    <message>
        <source>Set off &amp;by</source>
        <translation>Abgesetzt &amp;durch</translation>
    </message>
    <message>
        <source>An indented first line</source>
        <translation>Einzug der ersten Zeile</translation>
    </message>
    <message>
        <source>Space between them</source>
        <translation>Abstand dazwischen</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>Das Fenster</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>S&amp;epia</source>
        <translation>S&amp;epia</translation>
    </message>
    <message>
        <source>&amp;High contrast, black on white or white on black as the system is set</source>
        <translation>Hoher &amp;Kontrast, schwarz auf weiß oder weiß auf schwarz wie das System</translation>
    </message>
    <message>
        <source>My &amp;own paper and ink</source>
        <translation>Mein eigenes Papier und meine ei&amp;gene Tinte</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Farben des Fensters</translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation>Von wem</translation>
    </message>
    <message>
        <source>Colour the paper behind words of a &amp;model</source>
        <translation>Papier hinter Worten eines &amp;Modells tönen</translation>
    </message>
    <message>
        <source>Show &amp;bars in the margin</source>
        <translation>&amp;Balken am Rand zeigen</translation>
    </message>
    <message>
        <source>Say whose words they are where the mouse &amp;rests</source>
        <translation>Sagen, von wem die Worte sind, wo die Maus &amp;ruht</translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation>Dialog</translation>
    </message>
    <message>
        <source>Set what is said aloud in another &amp;ink</source>
        <translation>&amp;Wörtliche Rede in anderer Tinte setzen</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Fokus</translation>
    </message>
    <message>
        <source>&amp;All of the page</source>
        <translation>&amp;Ganze Seite</translation>
    </message>
    <message>
        <source>The &amp;paragraph that is being written</source>
        <translation>Der &amp;Absatz, an dem geschrieben wird</translation>
    </message>
    <message>
        <source>The &amp;sentence that is being written</source>
        <translation>Der &amp;Satz, an dem geschrieben wird</translation>
    </message>
    <message>
        <source>What is not dimmed</source>
        <translation>Was nicht gedimmt ist</translation>
    </message>
    <message>
        <source>Hold the line at one height (&amp;typewriter scrolling)</source>
        <translation>Zeile auf einer Höhe halten (Schreib&amp;maschinenlauf)</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Show the signs of Markdown &amp;faintly</source>
        <translation>Markdown-Zeichen &amp;blass zeigen</translation>
    </message>
    <message>
        <source>&amp;Hide them, except in the paragraph that is being written</source>
        <translation>&amp;Verbergen, außer im Absatz, an dem geschrieben wird</translation>
    </message>
    <message>
        <source>Signs of Markdown</source>
        <translation>Markdown-Zeichen</translation>
    </message>
    <message>
        <source>Typography</source>
        <translation>Typografie</translation>
    </message>
    <message>
        <source>Set &amp;quotes, dashes and spaces as I type</source>
        <translation>Anführungszeichen, Striche und Leerzeichen beim &amp;Tippen setzen</translation>
    </message>
    <message>
        <source>Backspace right after it gives back what you typed.</source>
        <translation>Die Rücktaste gleich danach gibt zurück, was Sie getippt haben.</translation>
    </message>
    <message>
        <source>Firsthand itself</source>
        <translation>Firsthand selbst</translation>
    </message>
    <message>
        <source>Language of the &amp;program</source>
        <translation>Sprache des &amp;Programms</translation>
    </message>
    <message>
        <source>Firsthand speaks it from its next start on.</source>
        <translation>Firsthand spricht sie vom nächsten Start an.</translation>
    </message>
    <message>
        <source>The manuscript</source>
        <translation>Das Manuskript</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Open a manuscript to choose its language.</source>
        <translation>Öffnen Sie ein Manuskript, um seine Sprache zu wählen.</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Rechtschreibung</translation>
    </message>
    <message>
        <source>Check &amp;spelling</source>
        <translation>&amp;Rechtschreibung prüfen</translation>
    </message>
    <message>
        <source>Words that you add are kept in lists that you can edit, one word a line.</source>
        <translation>Wörter, die Sie hinzufügen, stehen in Listen, die Sie bearbeiten können, ein Wort je Zeile.</translation>
    </message>
    <message>
        <source>My words</source>
        <translation>Meine Wörter</translation>
    </message>
    <message>
        <source>The manuscript’s words</source>
        <translation>Die Wörter des Manuskripts</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Typography goes by it, and spelling by its dictionary.</source>
        <translation>Die Typografie richtet sich danach, die Rechtschreibung nach ihrem Wörterbuch.</translation>
    </message>
    <message>
        <source>Typography goes by it. There is no dictionary for it, so spelling is not checked.</source>
        <translation>Die Typografie richtet sich danach. Ein Wörterbuch dafür gibt es nicht, die Rechtschreibung wird also nicht geprüft.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>Choose a &amp;model…</source>
        <translation>&amp;Modell wählen…</translation>
    </message>
    <message>
        <source>The panel</source>
        <translation>Die Leiste</translation>
    </message>
    <message>
        <source>Show the &amp;companion beside the page</source>
        <translation>&amp;Begleiter neben der Seite zeigen</translation>
    </message>
    <message>
        <source>A model is asked nothing, and sent nothing, unless you ask.</source>
        <translation>Ein Modell wird nichts gefragt und bekommt nichts gesendet, wenn Sie nicht fragen.</translation>
    </message>
    <message>
        <source>Open a manuscript to set goals for it.</source>
        <translation>Öffnen Sie ein Manuskript, um ihm Ziele zu setzen.</translation>
    </message>
    <message>
        <source>no goal</source>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source> words</source>
        <translation> Wörter</translation>
    </message>
    <message>
        <source>&amp;Each day</source>
        <translation>&amp;Am Tag</translation>
    </message>
    <message>
        <source>&amp;In all</source>
        <translation>&amp;Insgesamt</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>To be &amp;finished by a day</source>
        <translation>Bis zu einem Tag &amp;fertig</translation>
    </message>
    <message>
        <source>Your own words count; those of a model do not.</source>
        <translation>Ihre eigenen Wörter zählen; die eines Modells nicht.</translation>
    </message>
    <message>
        <source>New manuscripts</source>
        <translation>Neue Manuskripte</translation>
    </message>
    <message>
        <source>Another &amp;folder…</source>
        <translation>Anderer &amp;Ordner…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Where settings are kept</source>
        <translation>Wo die Einstellungen stehen</translation>
    </message>
    <message>
        <source>For every manuscript</source>
        <translation>Für alle Manuskripte</translation>
    </message>
    <message>
        <source>For this manuscript</source>
        <translation>Für dieses Manuskript</translation>
    </message>
    <message>
        <source>A page of its own for this manuscript</source>
        <translation>Eine eigene Seite für dieses Manuskript</translation>
    </message>
    <message>
        <source>Both are plain files that you can read and edit; a key is never in them.</source>
        <translation>Beides sind einfache Dateien, die Sie lesen und bearbeiten können; ein Schlüssel steht nie darin.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show in folder: {name}</source>
        <translation>Im Ordner zeigen: {name}</translation>
    </message>
    <message>
        <source>Where new manuscripts go</source>
        <translation>Wohin neue Manuskripte kommen</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>&amp;Use it here instead</source>
        <translation>&amp;Stattdessen hier nutzen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New &amp;keys for “{action}”</source>
        <translation>Neue &amp;Tasten für „{action}“</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} gehört zu „{action}“.</translation>
    </message>
</context>
<context>
    <name>SideView</name>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>On another computer</source>
        <translation>Auf einem anderen Rechner</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Text from elsewhere</source>
        <translation>Text von anderswo</translation>
    </message>
    <message>
        <source>Show in the &amp;text</source>
        <translation>Im &amp;Text zeigen</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Kam</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>Steht in</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>You say</source>
        <translation>Sie sagen</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Every word that stands in the scenes was written here.</source>
        <translation>Jedes Wort, das in den Szenen steht, wurde hier geschrieben.</translation>
    </message>
    <message>
        <source>Words that came from elsewhere. What you say of them is recorded with its time, as your statement; the report names it beside what Firsthand saw.</source>
        <translation>Worte, die von anderswo kamen. Was Sie darüber sagen, wird mit der Uhrzeit als Ihre Angabe aufgezeichnet; der Bericht nennt sie neben dem, was Firsthand sah.</translation>
    </message>
    <message>
        <source>pasted {day}</source>
        <translation>eingefügt {day}</translation>
    </message>
    <message>
        <source>there before {day}</source>
        <translation>schon da {day}</translation>
    </message>
    <message>
        <source>another program {day}</source>
        <translation>anderes Programm {day}</translation>
    </message>
    <message>
        <source>Mine, earlier</source>
        <translation>Von mir, früher</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Another AI tool</source>
        <translation>Ein anderes KI-Werkzeug</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Eine andere Person</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Nicht gesagt</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Vorschläge werden gesucht…</translation>
    </message>
    <message>
        <source>Add “{word}” to my words</source>
        <translation>„{word}“ zu meinen Wörtern</translation>
    </message>
    <message>
        <source>Add to this manuscript’s words</source>
        <translation>Zu den Wörtern des Manuskripts</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Keine Vorschläge</translation>
    </message>
    <message>
        <source>The word could not be kept ({why}); it counts as right until you close Firsthand.</source>
        <translation>Das Wort konnte nicht aufbewahrt werden ({why}); es gilt als richtig, bis Sie Firsthand schließen.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Idea</source>
        <translation>Idee</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Revised</source>
        <translation>Überarbeitet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Version {number} · {label}</source>
        <translation>Fassung {number} · {label}</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Insert sentence</source>
        <translation>Satz einfügen</translation>
    </message>
    <message>
        <source>Keep as note</source>
        <translation>Als Notiz</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Waiting for the first words…</source>
        <translation>Wartet auf die ersten Worte…</translation>
    </message>
    <message>
        <source>Suggestion {number}, {label}</source>
        <translation>Vorschlag {number}, {label}</translation>
    </message>
    <message>
        <source>Put this version aside; nothing of it enters the draft.</source>
        <translation>Diese Fassung beiseitelegen; nichts davon kommt in den Entwurf.</translation>
    </message>
    <message>
        <source>Kept as note</source>
        <translation>Als Notiz behalten</translation>
    </message>
    <message>
        <source>inserted</source>
        <translation>eingefügt</translation>
    </message>
    <message>
        <source>Insert selection</source>
        <translation>Auswahl einfügen</translation>
    </message>
    <message>
        <source>Put the selected words at the caret.</source>
        <translation>Die ausgewählten Worte an der Schreibmarke einfügen.</translation>
    </message>
    <message>
        <source>Insert again</source>
        <translation>Noch einmal einfügen</translation>
    </message>
    <message>
        <source>Put this version at the caret. Select words to insert only those.</source>
        <translation>Diese Fassung an der Schreibmarke einfügen. Wählen Sie Worte aus, um nur diese einzufügen.</translation>
    </message>
    <message>
        <source>Put the next sentence at the caret. Click a sentence to choose another.</source>
        <translation>Den nächsten Satz an der Schreibmarke einfügen. Klicken Sie auf einen Satz, um einen anderen zu wählen.</translation>
    </message>
    <message>
        <source>Put the sentence you clicked at the caret.</source>
        <translation>Den angeklickten Satz an der Schreibmarke einfügen.</translation>
    </message>
</context>
<context>
    <name>TextImport</name>
    <message>
        <source>Import a text</source>
        <translation>Text importieren</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Begin a &amp;scene at every scene break (***)</source>
        <translation>Bei jedem Szenen&amp;wechsel (***) eine neue Szene beginnen</translation>
    </message>
    <message>
        <source>Make every &amp;paragraph one line, without empty lines between</source>
        <translation>Aus jedem A&amp;bsatz eine Zeile machen, ohne Leerzeilen dazwischen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Chapters and scenes</source>
        <translation>Kapitel und Szenen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>{words} in {scenes} scenes. They go to {folder}; the file stays as it is.</source>
        <translation>{words} in {scenes} Szenen. Sie kommen nach {folder}; die Datei bleibt, wie sie ist.</translation>
    </message>
</context>
<context>
    <name>Threshold</name>
    <message>
        <source>Recent manuscripts</source>
        <translation>Zuletzt geöffnete Manuskripte</translation>
    </message>
</context>
<context>
    <name>TwoComputers</name>
    <message>
        <source>Written on two computers</source>
        <translation>Auf zwei Rechnern geschrieben</translation>
    </message>
    <message>
        <source>Keep the &amp;left one</source>
        <translation>&amp;Linken behalten</translation>
    </message>
    <message>
        <source>Keep the &amp;right one</source>
        <translation>&amp;Rechten behalten</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>&amp;Beide behalten</translation>
    </message>
    <message>
        <source>Show in the &amp;text</source>
        <translation>Im &amp;Text zeigen</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>No place waits for you: what was written on other computers is joined.</source>
        <translation>Keine Stelle wartet auf Sie: Was auf anderen Rechnern geschrieben wurde, ist zusammengeführt.</translation>
    </message>
    <message>
        <source>This place was changed on two computers. Both texts stand in the scene until you choose, and the history keeps the one that you do not.</source>
        <translation>Diese Stelle wurde auf zwei Rechnern geändert. Beide Texte stehen in der Szene, bis Sie wählen; den anderen bewahrt der Verlauf.</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} von {count}</translation>
    </message>
</context>
<context>
    <name>TypographyWindow</name>
    <message>
        <source>Put typography right</source>
        <translation>Typografie durchsehen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Steht</translation>
    </message>
    <message>
        <source>Would be</source>
        <translation>Neu</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln place(s)</source>
        <translation>
            <numerusform>%Ln Stelle ändern</numerusform>
            <numerusform>%Ln Stellen ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>What you take the mark from stays. The rest counts as your typing, and is one step to undo.</source>
        <translation>Was Sie abwählen, bleibt. Das Übrige zählt als von Ihnen getippt und ist in einem Schritt rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Nothing in this scene would be set otherwise.</source>
        <translation>In dieser Szene würde nichts anders gesetzt.</translation>
    </message>
    <message>
        <source>{count} places had changed meanwhile and were left as they are.</source>
        <translation>{count} Stellen hatten sich inzwischen geändert und blieben, wie sie waren.</translation>
    </message>
</context>
<context>
    <name>Unsigned</name>
    <message>
        <source>Your history is recorded but not signed: {why} You can go on writing; nothing is lost by it.</source>
        <translation>Ihr Verlauf wird aufgezeichnet, aber nicht unterschrieben: {why} Sie können weiterschreiben; verloren geht dadurch nichts.</translation>
    </message>
</context>
<context>
    <name>VersionsModel</name>
    <message>
        <source>a suggestion taken</source>
        <translation>ein Vorschlag übernommen</translation>
    </message>
    <message>
        <source>text brought in</source>
        <translation>Text hereingeholt</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>zurückgeholt</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>{count} yours</source>
        <translation>{count} von Ihnen</translation>
    </message>
    <message>
        <source>{count} a model’s</source>
        <translation>{count} von einem Modell</translation>
    </message>
    <message>
        <source>{count} other</source>
        <translation>{count} anderes</translation>
    </message>
    <message>
        <source>no word more or less</source>
        <translation>kein Wort mehr oder weniger</translation>
    </message>
</context>
<context>
    <name>VersionsWindow</name>
    <message>
        <source>Name this moment…</source>
        <translation>Diesen Stand benennen…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Remove the name</source>
        <translation>Namen entfernen</translation>
    </message>
    <message>
        <source>Bring this version back</source>
        <translation>Diese Fassung zurückholen</translation>
    </message>
    <message>
        <source>Bring this paragraph back</source>
        <translation>Diesen Absatz zurückholen</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Frühere Fassungen</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Arrow keys choose a version; the page shows it.</source>
        <translation>Pfeiltasten wählen eine Fassung; die Seite zeigt sie.</translation>
    </message>
    <message>
        <source>Versions of</source>
        <translation>Fassungen von</translation>
    </message>
    <message>
        <source>As it stood</source>
        <translation>Wie sie war</translation>
    </message>
    <message>
        <source>What changed since</source>
        <translation>Was sich seither änderte</translation>
    </message>
    <message>
        <source>All scenes and notes</source>
        <translation>Alle Szenen und Notizen</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Der Verlauf wird gelesen…</translation>
    </message>
    <message>
        <source>Nothing is recorded here yet. What you write from now on can be brought back.</source>
        <translation>Hier ist noch nichts aufgezeichnet. Was Sie von jetzt an schreiben, lässt sich zurückholen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>{own} yours, {model} a model’s</source>
        <translation>{own} von Ihnen, {model} von einem Modell</translation>
    </message>
    <message>
        <source>the scene stands like this now</source>
        <translation>so steht die Szene jetzt</translation>
    </message>
    <message>
        <source>struck through: gone since; underlined: come since</source>
        <translation>durchgestrichen: seither fort; unterstrichen: seither dazu</translation>
    </message>
    <message>
        <source>Bring these paragraphs back</source>
        <translation>Diese Absätze zurückholen</translation>
    </message>
</context>
<context>
    <name>WhoseHere</name>
    <message>
        <source>Nothing stands here yet.</source>
        <translation>Hier steht noch nichts.</translation>
    </message>
    <message>
        <source>Yours, in the place of words suggested {day}, {model}</source>
        <translation>Von Ihnen, anstelle von Worten, vorgeschlagen {day}, {model}</translation>
    </message>
    <message>
        <source>Typed by you in another manuscript</source>
        <translation>Von Ihnen in einem anderen Manuskript getippt</translation>
    </message>
    <message>
        <source>Typed by you</source>
        <translation>Von Ihnen getippt</translation>
    </message>
    <message>
        <source>Suggested {day}, {model}</source>
        <translation>Vorgeschlagen {day}, {model}</translation>
    </message>
    <message numerus="yes">
        <source>; %Ln word(s), as they came</source>
        <translation>
            <numerusform>; %Ln Wort, wie es kam</numerusform>
            <numerusform>; %Ln Wörter, wie sie kamen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; {gone} of %Ln word(s) since replaced</source>
        <translation>
            <numerusform>; {gone} von %Ln Wort seither ersetzt</numerusform>
            <numerusform>; {gone} von %Ln Wörtern seither ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Typed by you in the words that were suggested {day}, {model}</source>
        <translation>Von Ihnen getippt, in Worten, vorgeschlagen {day}, {model}</translation>
    </message>
    <message>
        <source>Pasted {day}</source>
        <translation>Eingefügt {day}</translation>
    </message>
    <message>
        <source>There before recording began {day}</source>
        <translation>Schon da, als die Aufzeichnung begann, {day}</translation>
    </message>
    <message>
        <source>Written in another program, taken in {day}</source>
        <translation>In einem anderen Programm geschrieben, übernommen {day}</translation>
    </message>
    <message numerus="yes">
        <source>; %Ln word(s) of it left in this scene</source>
        <translation>
            <numerusform>; %Ln Wort davon steht noch in dieser Szene</numerusform>
            <numerusform>; %Ln Wörter davon stehen noch in dieser Szene</numerusform>
        </translation>
    </message>
    <message>
        <source>; you say: {said}</source>
        <translation>; Sie sagen: {said}</translation>
    </message>
    <message>
        <source>A correction of the spelling that you accepted</source>
        <translation>Eine Korrektur der Rechtschreibung, die Sie angenommen haben</translation>
    </message>
    <message>
        <source>Put there by Firsthand</source>
        <translation>Von Firsthand gesetzt</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>ein Modell</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>&apos;am&apos; d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>&apos;am&apos; d. MMMM yyyy</translation>
    </message>
    <message>
        <source>No words of a model stand in this manuscript.</source>
        <translation>In diesem Manuskript stehen keine Worte eines Modells.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Something went wrong inside Firsthand. What you wrote is recorded; go on, or start again. Help, Problem reports shows what was noted.</source>
        <translation>In Firsthand ist etwas schiefgegangen. Was Sie geschrieben haben, ist aufgezeichnet; schreiben Sie weiter oder starten Sie neu. Hilfe, Fehlerberichte zeigt, was notiert wurde.</translation>
    </message>
</context>
<context>
    <name>WithModel</name>
    <message>
        <source>There is no keyring here, so the key is kept for this sitting only; give it again next time.</source>
        <translation>Hier gibt es keinen Schlüsselbund, deshalb gilt der Schlüssel nur für diese Sitzung; geben Sie ihn das nächste Mal wieder ein.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>typed by you {share}</source>
        <translation>von Ihnen getippt {share}</translation>
    </message>
    <message>
        <source>yours in place of a model’s {share}</source>
        <translation>von Ihnen anstelle von Modelltext {share}</translation>
    </message>
    <message>
        <source>a model’s {share}</source>
        <translation>von einem Modell {share}</translation>
    </message>
    <message>
        <source>a model’s, retyped {share}</source>
        <translation>von einem Modell, abgetippt {share}</translation>
    </message>
    <message>
        <source>pasted, imported or changed outside {share}</source>
        <translation>eingefügt, importiert oder außerhalb geändert {share}</translation>
    </message>
    <message>
        <source>other {share}</source>
        <translation>anderes {share}</translation>
    </message>
    <message>
        <source>SmolLM2 · on this computer</source>
        <translation>SmolLM2 · auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>WritingSurface</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>Year</name>
    <message numerus="yes">
        <source>{day}: %Ln word(s) of your own</source>
        <translation>
            <numerusform>{day}: %Ln eigenes Wort</numerusform>
            <numerusform>{day}: %Ln eigene Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of a model</source>
        <translation>
            <numerusform>%Ln von einem Modell</numerusform>
            <numerusform>%Ln von einem Modell</numerusform>
        </translation>
    </message>
    <message>
        <source>the goal was reached</source>
        <translation>das Ziel war erreicht</translation>
    </message>
</context>
</TS>
