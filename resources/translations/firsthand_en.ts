<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>Footer</name>
    <message numerus="yes">
        <source>%Ln word(s) today</source>
        <translation>
            <numerusform>%Ln word today</numerusform>
            <numerusform>%Ln words today</numerusform>
        </translation>
    </message>
</context>
</TS>
