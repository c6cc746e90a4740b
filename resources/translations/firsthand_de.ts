<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Firsthand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A desk for drafting a novel that knows, for every character, whose it is. It certifies nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the LGPL; the page is set in EB Garamond (OFL).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;epia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on the &amp;paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus on the &amp;sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Typewriter scrolling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &amp;dialogue apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide signs of Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger t&amp;ype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of &amp;usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose &amp;words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;origins in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Margin bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it where the mouse &amp;rests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next passage of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous passage of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whose is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language of the manuscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Binder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;part of the novel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Split the scene at the caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Join with the next scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the &amp;bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put b&amp;ack from the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Empty the bin…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo in the bi&amp;nder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo in the binde&amp;r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter the binder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New n&amp;ote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;chapter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;manuscript…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample no&amp;vel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import a text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name this mo&amp;ment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Earlier versions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorship re&amp;port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Words and goals…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text from elsewhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose manuscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in all &amp;scenes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;misspelled word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check spellin&amp;g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set q&amp;uotes and dashes as I type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put t&amp;ypography right…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Companion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Suggest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See &amp;exactly what is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Insert the chosen version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert one &amp;sentence of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it as a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dismiss it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the &amp;next version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the &amp;previous version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss a&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Firsthand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Arranger</name>
    <message>
        <source>Untitled scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New part of the novel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln scene(s) or note(s) moved to the bin; nothing is deleted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What was empty is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Empty the bin with its %Ln scene(s) and note(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Their files go to the system&apos;s own bin, and every word stays in the manuscript&apos;s history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system has no bin for {name}, so it stays in the manuscript&apos;s folder “bin”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenes are one now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Another word…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your word for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;w label…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Join the scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Join with the next scene</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to see? (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to see? Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiny built-in model: sparks, not edits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly what is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scene to ask for suggestions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the caret behind the words that should go on. No word of the scene would be sent now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmolLM2 on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sends %Ln word(s) from this scene to {model}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Hide what is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See exactly what is sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Binder</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{share} yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys choose, Enter opens, F2 renames, Alt and an arrow moves, letters filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of scenes and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here has these words in its title, status or label.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BinderModel</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no words yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed by you {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours in place of a model&apos;s {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model&apos;s {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model&apos;s, retyped {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasted, imported or changed outside {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>Nothing has changed since the latest backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no backups yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup of this manuscript yet; these are of others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a copy of a backup, in {folder}. The manuscript itself was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text and Markdown (*.txt *.md *.markdown *.text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>Name this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name by which you will find it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This moment is kept as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was brought back; Undo takes that back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in “{title}” differs from that version.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message numerus="yes">
        <source>%Ln scene(s) stood here before recording began.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another program changed {scenes} scenes; %Ln new word(s) came in.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another program changed “{title}”; %Ln new word(s) came in.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Another program changed “{title}”. What changed is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Pasted %Ln word(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in every scene of the manuscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to where you were (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) replaced.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindResults</name>
    <message>
        <source>Find in all scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all of it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found in any scene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{places} in %Ln scene(s); the first of them are listed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{places} in %Ln scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has changed meanwhile, so nothing was replaced; look at the places again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take back %Ln replacement(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Replace all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the {count} chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Words today, of the goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) today</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words} / %Ln word(s) today</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This scene {share} yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History recorded and sealed {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key for this sitting only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>{old} would go: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{old} would become {new}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoalsPanel</name>
    <message>
        <source>Words and goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No daily goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No goal for the whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day for the whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted are words you typed that still stand at the end of the day, without the notes; a day ends at midnight. What a model wrote is counted apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this sitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words a &amp;day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln of a model</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) of your own</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{words} in the last year, on {days}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You have reached {total} words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) a day reach {total} by {day}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Something went wrong inside Firsthand; your words are safe. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>New label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Built in: SmolLM2, on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;connected model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name its provider gives it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave empty to keep the one you gave, or if it needs none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is not encrypted: others on the way could read your words and the key. Use https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free, and nothing leaves this computer. Tiny: sparks, not edits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers. This took {time}: “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewManuscript</name>
    <message>
        <source>New manuscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled novel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another &amp;place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a folder {folder} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will be the folder {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the manuscript is to be</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextMisspelled</name>
    <message>
        <source>Spelling is not checked now: it is switched off, or has no dictionary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word in this scene is unknown to the dictionary.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next ({more} more)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Page, {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page, no scene open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a scene to write in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Suggest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence or two that could come next, in the voice of the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>someone speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by evening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weather</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no one knew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>someone arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions that open another way for the story; they are for you, not for the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {name}, once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stranger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>someone lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recent manuscripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) · {when}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy is opened beside the manuscript; nothing is ever written over. Firsthand makes a backup when a manuscript is closed, and every few minutes of writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for backups of “{title}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manuscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (doubtful)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeekChoices</name>
    <message>
        <source>Aa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match capital letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find whole words only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match accents and curly quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a regular expression</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings could not be kept ({why}); they hold until you close Firsthand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Companion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page of its own for “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you choose on this page is then for this manuscript alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Line length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line s&amp;pacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> % of the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set off &amp;by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An indented first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;epia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast, black on white or white on black as the system is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour the paper behind words of a &amp;model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;bars in the margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whose words they are where the mouse &amp;rests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set what is said aloud in another &amp;ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;paragraph that is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;sentence that is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not dimmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the line at one height (&amp;typewriter scrolling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the signs of Markdown &amp;faintly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide them, except in the paragraph that is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs of Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typography</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &amp;quotes, dashes and spaces as I type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace right after it gives back what you typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firsthand itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the &amp;program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firsthand speaks it from its next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manuscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a manuscript to choose its language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that you add are kept in lists that you can edit, one word a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manuscript&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typography goes by it, and spelling by its dictionary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typography goes by it. There is no dictionary for it, so spelling is not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;companion beside the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is asked nothing, and sent nothing, unless you ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a manuscript to set goals for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals for “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Each day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;In all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be &amp;finished by a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own words count; those of a model do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New manuscripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where settings are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For every manuscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this manuscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are plain files that you can read and edit; a key is never in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where new manuscripts go</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use it here instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;keys for “{action}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Text from elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every word that stands in the scenes was written here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that came from elsewhere. What you say of them is recorded with its time, as your statement; the report names it beside what Firsthand saw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasted {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there before {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine, earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another AI tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Looking for suggestions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add “{word}” to my words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to this manuscript&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word could not be kept ({why}); it counts as right until you close Firsthand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Idea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Version {number} · {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first words…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion {number}, {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this version aside; nothing of it enters the draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inserted · {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the selected words at the caret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this version at the caret. Select words to insert only those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the next sentence at the caret. Click a sentence to choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the sentence you clicked at the caret.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextImport</name>
    <message>
        <source>Import a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a &amp;scene at every scene break (***)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make every &amp;paragraph one line, without empty lines between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapters and scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{words} in {scenes} scenes. They go to {folder}; the file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Threshold</name>
    <message>
        <source>Recent manuscripts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypographyWindow</name>
    <message>
        <source>Put typography right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would be</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What you take the mark from stays. The rest counts as your typing, and is one step to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this scene would be set otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} places had changed meanwhile and were left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unsigned</name>
    <message>
        <source>Your history is recorded but not signed: {why} You can go on writing; nothing is lost by it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsModel</name>
    <message>
        <source>a suggestion taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text brought in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} a model’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no word more or less</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsWindow</name>
    <message>
        <source>Name this moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring this version back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring this paragraph back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys choose a version; the page shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it stood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All scenes and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded here yet. What you write from now on can be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{own} yours, {model} a model’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scene stands like this now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>struck through: gone since; underlined: come since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring these paragraphs back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoseHere</name>
    <message>
        <source>Nothing stands here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours, in the place of words suggested {day}, {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed by you in another manuscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested {day}, {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>; %Ln word(s), as they came</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; {gone} of %Ln word(s) since replaced</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Typed by you in the words that were suggested {day}, {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There before recording began {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written in another program, taken in {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>; %Ln word(s) of it left in this scene</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>; you say: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A correction of the spelling that you accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put there by Firsthand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No words of a model stand in this manuscript.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>A desk for your novel that knows whose every word is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Firsthand. What you wrote is recorded; go on, or start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk did not take everything you wrote. Keep the manuscript open and make room, or close it and lose what was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a manuscript&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No manuscripts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is written: {path}. Open it in a browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scene here. Make a new one, or put one back from the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keyring here, so the key is kept for this sitting only; give it again next time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingSurface</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Year</name>
    <message numerus="yes">
        <source>{day}: %Ln word(s) of your own</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of a model</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the goal was reached</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
