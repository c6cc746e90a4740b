; The installer for Windows, for one person, without an administrator. packaging/windows_packages.py compiles it:
;   makensis -DVERSION= -DSOURCE=(folder of the frozen program) -DTARGET= -DICON= -DLICENCE= setup.nsi
; -DTEST_64 makes a 64-bit installer, which Wine without 32-bit support can run; only for trying the script.
; Manuscripts, settings and the record are never touched, neither by an update nor by removing the program.
Unicode true
!ifdef TEST_64
  Target amd64-unicode
!endif
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define REMOVE "Software\Microsoft\Windows\CurrentVersion\Uninstall\Firsthand"
!define KIND "Firsthand.Manuscript"

Name "Firsthand"
OutFile "${TARGET}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Firsthand"
InstallDirRegKey HKCU "Software\Firsthand" "InstallDir"
SetCompressor /SOLID lzma
SetCompressorDictSize 32
ManifestDPIAware true
BrandingText "Firsthand ${VERSION}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${__FILEDIR__}/side.bmp"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\firsthand.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"  ; the first is for systems of any other language
!insertmacro MUI_LANGUAGE "German"
LangString IsOpen ${LANG_ENGLISH} "Firsthand is open. Your words are safe; close it, then choose Retry."
LangString IsOpen ${LANG_GERMAN} "Firsthand ist offen. Ihre Worte sind sicher; schließen Sie es und wählen Sie dann Wiederholen."
LangString NothingChanged ${LANG_ENGLISH} "Firsthand is open; nothing was changed."
LangString NothingChanged ${LANG_GERMAN} "Firsthand ist offen; geändert wurde nichts."
LangString DiskFull ${LANG_ENGLISH} "The disk did not take all of Firsthand; make room and run the installer again. Your manuscripts are untouched."
LangString DiskFull ${LANG_GERMAN} "Der Datenträger hat nicht ganz Firsthand aufgenommen; schaffen Sie Platz und starten Sie das Setup noch einmal. Ihre Manuskripte sind unberührt."
LangString OpenIn ${LANG_ENGLISH} "Open in Firsthand"
LangString OpenIn ${LANG_GERMAN} "Mit Firsthand öffnen"
LangString Manuscript ${LANG_ENGLISH} "Firsthand manuscript"
LangString Manuscript ${LANG_GERMAN} "Firsthand-Manuskript"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1033 "ProductName" "Firsthand"
VIAddVersionKey /LANG=1033 "FileDescription" "Firsthand Setup"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "LegalCopyright" "© 2026 The Firsthand authors. MIT licence."

; A program that is running has its file open: taking the file away and putting it back shows whether it does.
!macro WaitUntilClosed NAME
  Function ${NAME}WaitUntilClosed
    again:
    IfFileExists "$INSTDIR\firsthand.exe" 0 closed
    ClearErrors
    Rename "$INSTDIR\firsthand.exe" "$INSTDIR\firsthand.exe.was"
    IfErrors open
    Rename "$INSTDIR\firsthand.exe.was" "$INSTDIR\firsthand.exe"
    Goto closed
    open:
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsOpen)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Abort "$(NothingChanged)"
    closed:
  FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

; Only what an installer put there: never the whole folder, which may be one that the author chose and keeps things in.
!macro RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\firsthand.exe"
  Delete "$INSTDIR\firsthand-cli.exe"
!macroend

Section "Firsthand"
  Call WaitUntilClosed
  !insertmacro RemoveProgram  ; nothing of an older version stays behind
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${SOURCE}/*"
  ${If} ${Errors}
    !insertmacro RemoveProgram
    SetErrorLevel 2
    Abort "$(DiskFull)"
  ${EndIf}
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortCut "$SMPROGRAMS\Firsthand.lnk" "$INSTDIR\firsthand.exe"
  WriteRegStr HKCU "Software\Firsthand" "InstallDir" "$INSTDIR"

  ; A manuscript is a folder: its menu gets an entry. Its manuscript.toml can be opened with Firsthand; other .toml files
  ; keep the program they have.
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(Manuscript)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\firsthand.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\firsthand.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.toml\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\Directory\shell\Firsthand" "" "$(OpenIn)"
  WriteRegStr HKCU "Software\Classes\Directory\shell\Firsthand" "Icon" "$INSTDIR\firsthand.exe,0"
  WriteRegStr HKCU "Software\Classes\Directory\shell\Firsthand\command" "" '"$INSTDIR\firsthand.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\firsthand.exe\SupportedTypes" ".toml" ""

  WriteRegStr HKCU "${REMOVE}" "DisplayName" "Firsthand"
  WriteRegStr HKCU "${REMOVE}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVE}" "DisplayIcon" "$INSTDIR\firsthand.exe"
  WriteRegStr HKCU "${REMOVE}" "Publisher" "The Firsthand authors"
  WriteRegStr HKCU "${REMOVE}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REMOVE}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${REMOVE}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${REMOVE}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVE}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${REMOVE}" "EstimatedSize" "$0"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  !insertmacro RemoveProgram
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Firsthand.lnk"
  DeleteRegValue HKCU "Software\Classes\.toml\OpenWithProgids" "${KIND}"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "Software\Classes\Directory\shell\Firsthand"
  DeleteRegKey HKCU "Software\Classes\Applications\firsthand.exe"
  DeleteRegKey HKCU "${REMOVE}"
  DeleteRegKey HKCU "Software\Firsthand"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
