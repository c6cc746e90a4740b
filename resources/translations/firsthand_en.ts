<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Arranger</name>
    <message numerus="yes">
        <source>%Ln scene(s) or note(s) moved to the bin; nothing is deleted.</source>
        <translation>
            <numerusform>%Ln scene or note moved to the bin; nothing is deleted.</numerusform>
            <numerusform>%Ln scenes or notes moved to the bin; nothing is deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Empty the bin with its %Ln scene(s) or note(s)?</source>
        <translation>
            <numerusform>Empty the bin with its %Ln scene or note?</numerusform>
            <numerusform>Empty the bin with its %Ln scenes or notes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message numerus="yes">
        <source>Sends %Ln word(s) from this scene to {model}</source>
        <translation>
            <numerusform>Sends %Ln word from this scene to {model}</numerusform>
            <numerusform>Sends %Ln words from this scene to {model}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Binder</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BinderModel</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Computers</name>
    <message numerus="yes">
        <source>Changed on two computers: %Ln place(s). Both texts stand until you choose.</source>
        <translation>
            <numerusform>Changed on two computers: %Ln place. Both texts stand until you choose.</numerusform>
            <numerusform>Changed on two computers: %Ln places. Both texts stand until you choose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message numerus="yes">
        <source>%Ln scene(s) stood here before recording began. Whose words are they?</source>
        <translation>
            <numerusform>%Ln scene stood here before recording began. Whose words are they?</numerusform>
            <numerusform>%Ln scenes stood here before recording began. Whose words are they?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another program changed {scenes} scenes; %Ln new word(s) came in.</source>
        <translation>
            <numerusform>Another program changed {scenes} scenes; %Ln new word came in.</numerusform>
            <numerusform>Another program changed {scenes} scenes; %Ln new words came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another program changed “{title}”; %Ln new word(s) came in.</source>
        <translation>
            <numerusform>Another program changed “{title}”; %Ln new word came in.</numerusform>
            <numerusform>Another program changed “{title}”; %Ln new words came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted %Ln word(s).</source>
        <translation>
            <numerusform>Pasted %Ln word.</numerusform>
            <numerusform>Pasted %Ln words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%Ln place(s) replaced.</source>
        <translation>
            <numerusform>%Ln place replaced.</numerusform>
            <numerusform>%Ln places replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindResults</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{places} in %Ln scene(s); the first of them are listed</source>
        <translation>
            <numerusform>{places} in %Ln scene; the first of them are listed</numerusform>
            <numerusform>{places} in %Ln scenes; the first of them are listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{places} in %Ln scene(s)</source>
        <translation>
            <numerusform>{places} in %Ln scene</numerusform>
            <numerusform>{places} in %Ln scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %Ln replacement(s)</source>
        <translation>
            <numerusform>Take back %Ln replacement</numerusform>
            <numerusform>Take back %Ln replacements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>%Ln word(s) today</source>
        <translation>
            <numerusform>%Ln word today</numerusform>
            <numerusform>%Ln words today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words} / %Ln word(s) today</source>
        <translation>
            <numerusform>{words} / %Ln word today</numerusform>
            <numerusform>{words} / %Ln words today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalsPanel</name>
    <message numerus="yes">
        <source>and %Ln of a model</source>
        <translation>
            <numerusform>and %Ln of a model</numerusform>
            <numerusform>and %Ln of a model</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) of your own</source>
        <translation>
            <numerusform>%Ln word of your own</numerusform>
            <numerusform>%Ln words of your own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) a day reach {total} by {day}.</source>
        <translation>
            <numerusform>%Ln word a day reach {total} by {day}.</numerusform>
            <numerusform>%Ln words a day reach {total} by {day}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message numerus="yes">
        <source>%Ln word(s) · {when}</source>
        <translation>
            <numerusform>%Ln word · {when}</numerusform>
            <numerusform>%Ln words · {when}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextImport</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypographyWindow</name>
    <message numerus="yes">
        <source>Change %Ln place(s)</source>
        <translation>
            <numerusform>Change %Ln place</numerusform>
            <numerusform>Change %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsWindow</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhoseHere</name>
    <message numerus="yes">
        <source>; %Ln word(s), as they came</source>
        <translation>
            <numerusform>; %Ln word, as they came</numerusform>
            <numerusform>; %Ln words, as they came</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; {gone} of %Ln word(s) since replaced</source>
        <translation>
            <numerusform>; {gone} of %Ln word since replaced</numerusform>
            <numerusform>; {gone} of %Ln words since replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln word(s) of it left in this scene</source>
        <translation>
            <numerusform>; %Ln word of it left in this scene</numerusform>
            <numerusform>; %Ln words of it left in this scene</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Year</name>
    <message numerus="yes">
        <source>{day}: %Ln word(s) of your own</source>
        <translation>
            <numerusform>{day}: %Ln word of your own</numerusform>
            <numerusform>{day}: %Ln words of your own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of a model</source>
        <translation>
            <numerusform>%Ln of a model</numerusform>
            <numerusform>%Ln of a model</numerusform>
        </translation>
    </message>
</context>
</TS>
