<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Randnote</source>
            <translation>Om Randnote</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>Reads agreements side by side and follows them principle by principle. What you highlight and note in the margin stays in your own notebook, on this computer.</source>
            <translation>Læser aftaler side om side og følger dem princip for princip. Hvad du fremhæver og noterer i margenen, bliver i din egen notesbog, på denne computer.</translation>
        </message>
        <message>
            <source>Free software under the MIT licence. The window is drawn by Qt, used under the GNU LGPL, version 3.</source>
            <translation>Fri software under MIT-licensen. Vinduet tegnes af Qt, der bruges under GNU LGPL, version 3.</translation>
        </message>
        <message>
            <source>Your notebook: %1</source>
            <translation>Din notesbog: %1</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>File</source>
            <translation>Filer</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Redigér</translation>
        </message>
        <message>
            <source>Highlights and notes</source>
            <translation>Fremhævninger og noter</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Vis</translation>
        </message>
        <message>
            <source>Go</source>
            <translation>Gå</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hjælp</translation>
        </message>
        <message>
            <source>Open another agreement beside</source>
            <translation>Åbn endnu en aftale ved siden af</translation>
        </message>
        <message>
            <source>Close pane</source>
            <translation>Luk rude</translation>
        </message>
        <message>
            <source>Export as Markdown …</source>
            <translation>Eksportér som Markdown …</translation>
        </message>
        <message>
            <source>Back up the notebook now</source>
            <translation>Sikkerhedskopiér notesbogen nu</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Afslut</translation>
        </message>
        <message>
            <source>Notebook</source>
            <translation>Notesbog</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Fortryd</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Gentag</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopiér</translation>
        </message>
        <message>
            <source>Copy with source</source>
            <translation>Kopiér med kilde</translation>
        </message>
        <message>
            <source>Find in this agreement</source>
            <translation>Find i denne aftale</translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation>Næste fund</translation>
        </message>
        <message>
            <source>Previous hit</source>
            <translation>Forrige fund</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>Søg i alt</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>Skriv en note</translation>
        </message>
        <message>
            <source>Note on this principle</source>
            <translation>Note til dette princip</translation>
        </message>
        <message>
            <source>Note on this agreement</source>
            <translation>Note til denne aftale</translation>
        </message>
        <message>
            <source>History of this highlight</source>
            <translation>Fremhævningens historik</translation>
        </message>
        <message>
            <source>Remove highlight</source>
            <translation>Fjern fremhævning</translation>
        </message>
        <message>
            <source>Stretch the start back</source>
            <translation>Udvid begyndelsen</translation>
        </message>
        <message>
            <source>Draw the start in</source>
            <translation>Indskrænk begyndelsen</translation>
        </message>
        <message>
            <source>Draw the end in</source>
            <translation>Indskrænk slutningen</translation>
        </message>
        <message>
            <source>Stretch the end on</source>
            <translation>Udvid slutningen</translation>
        </message>
        <message>
            <source>Rename categories …</source>
            <translation>Omdøb kategorier …</translation>
        </message>
        <message>
            <source>Backups …</source>
            <translation>Sikkerhedskopier …</translation>
        </message>
        <message>
            <source>Passages to check</source>
            <translation>Passager at se efter</translation>
        </message>
        <message>
            <source>Passages not found</source>
            <translation>Passager, der ikke er fundet</translation>
        </message>
        <message>
            <source>Put the passage on the selected words</source>
            <translation>Sæt passagen på de markerede ord</translation>
        </message>
        <message>
            <source>Save a rescue copy …</source>
            <translation>Gem en nødkopi …</translation>
        </message>
        <message>
            <source>Mend the damaged notebook …</source>
            <translation>Udbedr den beskadigede notesbog …</translation>
        </message>
        <message>
            <source>Bin …</source>
            <translation>Papirkurv …</translation>
        </message>
        <message>
            <source>Export notes for colleagues …</source>
            <translation>Eksportér noter til kolleger …</translation>
        </message>
        <message>
            <source>Import notes of colleagues …</source>
            <translation>Importér kollegers noter …</translation>
        </message>
        <message>
            <source>Changed on both sides …</source>
            <translation>Ændret på begge sider …</translation>
        </message>
        <message>
            <source>Follow each other</source>
            <translation>Følg hinanden</translation>
        </message>
        <message>
            <source>Pin this pane</source>
            <translation>Fasthold denne rude</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Større tekst</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Mindre tekst</translation>
        </message>
        <message>
            <source>Normal text size</source>
            <translation>Normal tekststørrelse</translation>
        </message>
        <message>
            <source>Mark what was emended</source>
            <translation>Markér, hvad der er rettet</translation>
        </message>
        <message>
            <source>Show changes</source>
            <translation>Vis ændringer</translation>
        </message>
        <message>
            <source>Mark mentions</source>
            <translation>Markér omtaler</translation>
        </message>
        <message>
            <source>Navigator</source>
            <translation>Navigator</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Noter</translation>
        </message>
        <message>
            <source>Colours of the system</source>
            <translation>Systemets farver</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Lys</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Mørk</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Tilbage</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Frem</translation>
        </message>
        <message>
            <source>Next principle</source>
            <translation>Næste princip</translation>
        </message>
        <message>
            <source>Previous principle</source>
            <translation>Forrige princip</translation>
        </message>
        <message>
            <source>Next heading</source>
            <translation>Næste overskrift</translation>
        </message>
        <message>
            <source>Previous heading</source>
            <translation>Forrige overskrift</translation>
        </message>
        <message>
            <source>Next highlight</source>
            <translation>Næste fremhævning</translation>
        </message>
        <message>
            <source>Previous highlight</source>
            <translation>Forrige fremhævning</translation>
        </message>
        <message>
            <source>Next change</source>
            <translation>Næste ændring</translation>
        </message>
        <message>
            <source>Previous change</source>
            <translation>Forrige ændring</translation>
        </message>
        <message>
            <source>Next decisive change</source>
            <translation>Næste afgørende ændring</translation>
        </message>
        <message>
            <source>Previous decisive change</source>
            <translation>Forrige afgørende ændring</translation>
        </message>
        <message>
            <source>Go to the other end of what moved</source>
            <translation>Gå til den anden ende af det flyttede</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Overblik</translation>
        </message>
        <message>
            <source>Wording through the years</source>
            <translation>Ordlyden gennem årene</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>Næste rude</translation>
        </message>
        <message>
            <source>To the principles</source>
            <translation>Til principperne</translation>
        </message>
        <message>
            <source>To the contents</source>
            <translation>Til indholdet</translation>
        </message>
        <message>
            <source>To the library</source>
            <translation>Til biblioteket</translation>
        </message>
        <message>
            <source>To what is on record of the text</source>
            <translation>Til rettelser og tvivl</translation>
        </message>
        <message>
            <source>Show in the source</source>
            <translation>Vis i kilden</translation>
        </message>
        <message>
            <source>To the notes</source>
            <translation>Til noterne</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Taster</translation>
        </message>
        <message>
            <source>About Randnote</source>
            <translation>Om Randnote</translation>
        </message>
    </context>
    <context>
        <name>ArrivalDialog</name>
        <message>
            <source>Import notes</source>
            <translation>Importér noter</translation>
        </message>
        <message>
            <source>From %1</source>
            <translation>Fra %1</translation>
        </message>
        <message>
            <source>These cannot be taken in:</source>
            <translation>Disse kan ikke tages ind:</translation>
        </message>
        <message>
            <source>Copy this list</source>
            <translation>Kopiér denne liste</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importér</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annullér</translation>
        </message>
        <message>
            <source>Reading the file …</source>
            <translation>Læser filen …</translation>
        </message>
        <message>
            <source>Name of who wrote them</source>
            <translation>Navn på den, der skrev dem</translation>
        </message>
        <message>
            <source>What cannot be taken in, and why</source>
            <translation>Hvad der ikke kan tages ind, og hvorfor</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>Hvor langt det er</translation>
        </message>
        <message>
            <source>Reading the file, and comparing it with your notebook …</source>
            <translation>Læser filen og sammenligner den med din notesbog …</translation>
        </message>
        <message numerus="yes">
            <source>Writing %n change(s) …</source>
            <translation>
                <numerusform>Skriver %n ændring …</numerusform>
                <numerusform>Skriver %n ændringer …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… and %n more</source>
            <translation>
                <numerusform>… og %n mere</numerusform>
                <numerusform>… og %n flere</numerusform>
            </translation>
        </message>
        <message>
            <source>There is nothing new in it. Your notebook is as it was.</source>
            <translation>Der er intet nyt i den. Din notesbog er, som den var.</translation>
        </message>
        <message numerus="yes">
            <source>%n new note(s) do not say who wrote them. Without a name they count as your own.</source>
            <translation>
                <numerusform>%n ny note siger ikke, hvem der skrev den. Uden navn regnes den for din egen.</numerusform>
                <numerusform>%n nye noter siger ikke, hvem der skrev dem. Uden navn regnes de for dine egne.</numerusform>
            </translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>A copy of your notebook is made first …</source>
            <translation>Først laves en kopi af din notesbog …</translation>
        </message>
    </context>
    <context>
        <name>ArrivalList</name>
        <message>
            <source>What would come in</source>
            <translation>Det, der ville komme ind</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>Aftale</translation>
        </message>
        <message>
            <source>Passage</source>
            <translation>Passage</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message numerus="yes">
            <source>… and %n more</source>
            <translation>
                <numerusform>… og %n mere</numerusform>
                <numerusform>… og %n flere</numerusform>
            </translation>
        </message>
        <message>
            <source>both: theirs stands</source>
            <translation>begge: deres står</translation>
        </message>
        <message>
            <source>both: yours stands</source>
            <translation>begge: din står</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>ændret</translation>
        </message>
        <message>
            <source>is new</source>
            <translation>ny</translation>
        </message>
        <message>
            <source>On the agreement as a whole</source>
            <translation>Om aftalen som helhed</translation>
        </message>
        <message>
            <source>On principle %1</source>
            <translation>Om princip %1</translation>
        </message>
    </context>
    <context>
        <name>ArrivalWords</name>
        <message>
            <source>new</source>
            <translation>nye</translation>
        </message>
        <message>
            <source>changed by others, and taken over</source>
            <translation>ændret af andre og taget over</translation>
        </message>
        <message>
            <source>changed on both sides: the newest stands, and you can choose afterwards</source>
            <translation>ændret på begge sider: den nyeste står, og du kan vælge bagefter</translation>
        </message>
        <message>
            <source>the same as here</source>
            <translation>allerede her</translation>
        </message>
        <message>
            <source>newer here, and left as they are</source>
            <translation>nyere her og ladt, som de er</translation>
        </message>
        <message>
            <source>removed here, and left in the bin</source>
            <translation>fjernet her og ladt i papirkurven</translation>
        </message>
        <message>
            <source>cannot be taken in; they are listed below</source>
            <translation>kan ikke tages ind; de står nedenfor</translation>
        </message>
        <message>
            <source>Written by: %1</source>
            <translation>Skrevet af: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n passage(s) will have to be looked at: your text is not the one they were marked in.</source>
            <translation>
                <numerusform>%n passage skal ses efter: din tekst er ikke den, den blev fremhævet i.</numerusform>
                <numerusform>%n passager skal ses efter: din tekst er ikke den, de blev fremhævet i.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) will have to be looked at: your text has other numbers or titles for principles.</source>
            <translation>
                <numerusform>%n note skal ses efter: din tekst har andre numre eller titler på principperne.</numerusform>
                <numerusform>%n noter skal ses efter: din tekst har andre numre eller titler på principperne.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) are about agreements that your library does not have: %1</source>
            <translation>
                <numerusform>%n note handler om en aftale, som dit bibliotek ikke har: %1</numerusform>
                <numerusform>%n noter handler om aftaler, som dit bibliotek ikke har: %1</numerusform>
            </translation>
        </message>
        <message>
            <source>New categories: %1</source>
            <translation>Nye kategorier: %1</translation>
        </message>
        <message>
            <source>no name given</source>
            <translation>intet navn angivet</translation>
        </message>
        <message>
            <source>%1 – you</source>
            <translation>%1 – dig</translation>
        </message>
        <message>
            <source>No. %1</source>
            <translation>Nr. %1</translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) taken in from %1.</source>
            <translation>
                <numerusform>%n note taget ind fra %1.</numerusform>
                <numerusform>%n noter taget ind fra %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) were changed on both sides.</source>
            <translation>
                <numerusform>%n note er ændret på begge sider.</numerusform>
                <numerusform>%n noter er ændret på begge sider.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be taken in.</source>
            <translation>
                <numerusform>%n kunne ikke tages ind.</numerusform>
                <numerusform>%n kunne ikke tages ind.</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo takes all of it back.</source>
            <translation>Fortryd tager det hele tilbage.</translation>
        </message>
    </context>
    <context>
        <name>Backups</name>
        <message>
            <source>I know</source>
            <translation>Det ved jeg</translation>
        </message>
        <message>
            <source>Your notes are in %1, which a program seems to keep alike on several computers (%2). Two computers writing to one notebook can damage it. Keep the notebook on this computer, and choose that folder as the second place for copies instead (Notebook – Backups).</source>
            <translation>Dine noter er i %1, som et program ser ud til at holde ens på flere computere (%2). Hvis to computere skriver i én notesbog, kan den blive beskadiget. Hav notesbogen på denne computer, og vælg i stedet mappen som det andet sted til kopier (Notesbog – Sikkerhedskopier).</translation>
        </message>
        <message>
            <source>Your notes are in %1, which lies on another computer (%2). If the network fails while something is saved, the notebook can be damaged. Keep it on this computer, and choose that folder as the second place for copies instead (Notebook – Backups).</source>
            <translation>Dine noter er i %1, som ligger på en anden computer (%2). Hvis netværket svigter, mens noget gemmes, kan notesbogen blive beskadiget. Hav den på denne computer, og vælg i stedet mappen som det andet sted til kopier (Notesbog – Sikkerhedskopier).</translation>
        </message>
        <message>
            <source>The copy was not restored. The notebook is as it was.</source>
            <translation>Kopien blev ikke gendannet. Notesbogen er, som den var.</translation>
        </message>
        <message>
            <source>What was restored could not be opened, and the notebook is as it was before.</source>
            <translation>Det gendannede kunne ikke åbnes, og notesbogen er, som den var før.</translation>
        </message>
        <message>
            <source>The notebook is again as it was: %1. What it was before is kept, whole, in %2.</source>
            <translation>Notesbogen er igen, som den var: %1. Hvad den var før, er bevaret helt i %2.</translation>
        </message>
        <message>
            <source>Regular copy</source>
            <translation>Regelmæssig kopi</translation>
        </message>
        <message>
            <source>Before a newer Randnote took it over</source>
            <translation>Før en nyere Randnote tog over</translation>
        </message>
        <message>
            <source>Before an import</source>
            <translation>Før en import</translation>
        </message>
        <message>
            <source>Before the bin was emptied</source>
            <translation>Før papirkurven blev tømt</translation>
        </message>
        <message>
            <source>Before several notes were removed</source>
            <translation>Før flere noter blev fjernet</translation>
        </message>
        <message>
            <source>Before a copy was restored</source>
            <translation>Før en kopi blev gendannet</translation>
        </message>
        <message>
            <source>For another reason</source>
            <translation>Af en anden grund</translation>
        </message>
        <message>
            <source>Today %1</source>
            <translation>I dag %1</translation>
        </message>
        <message>
            <source>Yesterday %1</source>
            <translation>I går %1</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>d. MMMM yyyy</translation>
        </message>
        <message>
            <source>Cannot be read</source>
            <translation>Kan ikke læses</translation>
        </message>
        <message>
            <source>Not read back yet</source>
            <translation>Endnu ikke læst igennem</translation>
        </message>
        <message>
            <source>Verified when made</source>
            <translation>Efterprøvet, da den blev lavet</translation>
        </message>
        <message>
            <source>Comes back</source>
            <translation>Kommer tilbage</translation>
        </message>
        <message>
            <source>Goes</source>
            <translation>Forsvinder</translation>
        </message>
        <message>
            <source>Becomes otherwise</source>
            <translation>Bliver anderledes</translation>
        </message>
        <message>
            <source>now</source>
            <translation>nu</translation>
        </message>
        <message>
            <source>restored</source>
            <translation>gendannet</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Mærker</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategori</translation>
        </message>
        <message>
            <source>Passage</source>
            <translation>Passage</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>Tegn</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Afgørelse</translation>
        </message>
        <message>
            <source>The whole notebook</source>
            <translation>Hele notesbogen</translation>
        </message>
        <message>
            <source>The agreement as a whole</source>
            <translation>Aftalen som helhed</translation>
        </message>
        <message>
            <source>Category “%1”</source>
            <translation>Kategorien »%1«</translation>
        </message>
        <message>
            <source>Principle %1</source>
            <translation>Princip %1</translation>
        </message>
        <message>
            <source>Its words are not found in the text of now</source>
            <translation>Dens ord findes ikke i den nuværende tekst</translation>
        </message>
        <message>
            <source>Only its place in the text, or when it was changed last</source>
            <translation>Kun dens sted i teksten, eller hvornår den sidst blev ændret</translation>
        </message>
        <message>
            <source>(nothing)</source>
            <translation>(intet)</translation>
        </message>
        <message numerus="yes">
            <source>Show more (%n not shown)</source>
            <translation>
                <numerusform>Vis flere (%n vises ikke)</numerusform>
                <numerusform>Vis flere (%n vises ikke)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n categor(y/ies)</source>
            <translation>
                <numerusform>%n kategori</numerusform>
                <numerusform>%n kategorier</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n highlight(s)</source>
            <translation>
                <numerusform>%n fremhævning</numerusform>
                <numerusform>%n fremhævninger</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in the bin</source>
            <translation>
                <numerusform>%n i papirkurven</numerusform>
                <numerusform>%n i papirkurven</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other note(s)</source>
            <translation>
                <numerusform>%n anden note</numerusform>
                <numerusform>%n andre noter</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BackupsDialog</name>
        <message>
            <source>Backups of the notebook</source>
            <translation>Sikkerhedskopier af notesbogen</translation>
        </message>
        <message>
            <source>Restore this copy …</source>
            <translation>Gendan denne kopi …</translation>
        </message>
        <message>
            <source>Verify again</source>
            <translation>Efterprøv igen</translation>
        </message>
        <message>
            <source>Another file …</source>
            <translation>En anden fil …</translation>
        </message>
        <message>
            <source>Make a copy now</source>
            <translation>Lav en kopi nu</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>Åbn mappen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>There are no copies yet. One is made by itself when the notebook has changed: when Randnote starts, for each half hour of work, and when it is closed.</source>
            <translation>Der er ingen kopier endnu. En kopi laves af sig selv, når notesbogen er ændret: når Randnote starter, for hver halve times arbejde, og når den lukkes.</translation>
        </message>
        <message>
            <source>last change in it: %1</source>
            <translation>seneste ændring i den: %1</translation>
        </message>
        <message>
            <source>The notebook is open for reading only: nothing can take its place now.</source>
            <translation>Notesbogen er åbnet skrivebeskyttet: intet kan træde i dens sted nu.</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) in this copy are damaged. It cannot be restored whole.</source>
            <translation>
                <numerusform>%n post i denne kopi er beskadiget. Den kan ikke gendannes hel.</numerusform>
                <numerusform>%n poster i denne kopi er beskadiget. Den kan ikke gendannes hel.</numerusform>
            </translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>Beskadiget</translation>
        </message>
        <message>
            <source>Being read back …</source>
            <translation>Læses igennem …</translation>
        </message>
        <message>
            <source>Sound, read back: %1</source>
            <translation>I orden, læst igennem: %1</translation>
        </message>
        <message>
            <source>%1 was read back and is sound.</source>
            <translation>%1 er læst igennem og er i orden.</translation>
        </message>
        <message>
            <source>Another copy of the notebook</source>
            <translation>En anden kopi af notesbogen</translation>
        </message>
        <message>
            <source>%1 is the notebook that is open now. Choose a copy of it.</source>
            <translation>%1 er den notesbog, der er åben nu. Vælg en kopi af den.</translation>
        </message>
        <message>
            <source>The folder could not be opened: %1</source>
            <translation>Mappen kunne ikke åbnes: %1</translation>
        </message>
        <message>
            <source>Should the notebook be again as it was: %1?</source>
            <translation>Skal notesbogen igen være, som den var: %1?</translation>
        </message>
        <message>
            <source>What it is now is backed up first, and then moved away whole, with its history, to %1. Nothing of it is deleted. Then the window opens again with what was restored.</source>
            <translation>Det, den er nu, sikkerhedskopieres først og flyttes derefter helt, med sin historik, til %1. Intet af det slettes. Så åbner vinduet igen med det gendannede.</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Gendan</translation>
        </message>
        <message>
            <source>The copy is being read back before it is restored …</source>
            <translation>Kopien læses igennem, før den gendannes …</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>The copy was not restored. The notebook is as it was.</source>
            <translation>Kopien blev ikke gendannet. Notesbogen er, som den var.</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Alle filer</translation>
        </message>
        <message>
            <source>Notebooks</source>
            <translation>Notesbøger</translation>
        </message>
    </context>
    <context>
        <name>BinDialog</name>
        <message>
            <source>Bin</source>
            <translation>Papirkurv</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>Hent op</translation>
        </message>
        <message>
            <source>Go to the place</source>
            <translation>Gå til stedet</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historik</translation>
        </message>
        <message>
            <source>Delete for good …</source>
            <translation>Slet for altid …</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>Search the bin</source>
            <translation>Søg i papirkurven</translation>
        </message>
        <message>
            <source>The words of what is chosen</source>
            <translation>Ordene i det valgte</translation>
        </message>
        <message>
            <source>{shown} of {all}</source>
            <translation>{shown} af {all}</translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) shown</source>
            <translation>
                <numerusform>%n note vist</numerusform>
                <numerusform>%n noter vist</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing in the bin has these words.</source>
            <translation>Intet i papirkurven har disse ord.</translation>
        </message>
        <message>
            <source>The bin is empty. What you remove is kept here, and can be brought back.</source>
            <translation>Papirkurven er tom. Det, du fjerner, bliver her og kan hentes op igen.</translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) chosen</source>
            <translation>
                <numerusform>%n note valgt</numerusform>
                <numerusform>%n noter valgt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) brought back. Ctrl+Z takes that back.</source>
            <translation>
                <numerusform>%n note hentet op. Ctrl+Z tager det tilbage.</numerusform>
                <numerusform>%n noter hentet op. Ctrl+Z tager det tilbage.</numerusform>
            </translation>
        </message>
        <message>
            <source>Its place is not in the text of now. Its words are below.</source>
            <translation>Dens sted findes ikke i den nuværende tekst. Dens ord står nedenfor.</translation>
        </message>
    </context>
    <context>
        <name>BinModel</name>
        <message>
            <source>Removed</source>
            <translation>Fjernet</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Sted</translation>
        </message>
        <message>
            <source>Passage</source>
            <translation>Passage</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategori</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Hvem</translation>
        </message>
    </context>
    <context>
        <name>BinQuestion</name>
        <message>
            <source>Delete for good</source>
            <translation>Slet for altid</translation>
        </message>
        <message numerus="yes">
            <source>Delete %n note(s) for good?</source>
            <translation>
                <numerusform>Slet %n note for altid?</numerusform>
                <numerusform>Slet %n noter for altid?</numerusform>
            </translation>
        </message>
        <message>
            <source>This cannot be undone, and neither can anything that was done before it: undo begins anew from here.

A copy of the notebook is made first. That copy, backups made earlier, and notebooks that were moved aside still have the words.</source>
            <translation>Det kan ikke fortrydes, og det kan intet af det, der er gjort før, heller: fortryd begynder forfra herfra.

Først laves en kopi af notesbogen. Den kopi, tidligere sikkerhedskopier og notesbøger, der er lagt til side, har stadig ordene.</translation>
        </message>
    </context>
    <context>
        <name>BinTable</name>
        <message>
            <source>What was removed, the last first</source>
            <translation>Hvad der er fjernet, det seneste først</translation>
        </message>
    </context>
    <context>
        <name>BothDialog</name>
        <message>
            <source>Changed on both sides</source>
            <translation>Ændret på begge sider</translation>
        </message>
        <message>
            <source>Write both together</source>
            <translation>Skriv begge sammen</translation>
        </message>
        <message>
            <source>Show in the text</source>
            <translation>Vis i teksten</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>Notes that both sides changed</source>
            <translation>Noter, som begge sider har ændret</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>Hvor langt det er</translation>
        </message>
        <message>
            <source>There is nothing to choose between: no note waits in two forms.</source>
            <translation>Der er intet at vælge imellem: ingen note venter i to former.</translation>
        </message>
        <message numerus="yes">
            <source>Let all %n stand as they are now</source>
            <translation>
                <numerusform>Lad den stå, som den er nu</numerusform>
                <numerusform>Lad alle %n stå, som de er nu</numerusform>
            </translation>
        </message>
        <message>
            <source>As it was with you</source>
            <translation>Som den var hos dig</translation>
        </message>
        <message>
            <source>As it came from %1</source>
            <translation>Som den kom fra %1</translation>
        </message>
        <message>
            <source>As it came in</source>
            <translation>Som den kom ind</translation>
        </message>
        <message>
            <source>You removed it.</source>
            <translation>Du har fjernet den.</translation>
        </message>
        <message>
            <source>Leave it removed</source>
            <translation>Lad den være fjernet</translation>
        </message>
        <message>
            <source>Remove it</source>
            <translation>Fjern den</translation>
        </message>
        <message>
            <source>Kept in the history</source>
            <translation>Gemt i historikken</translation>
        </message>
        <message>
            <source>Let this stand</source>
            <translation>Lad denne stå</translation>
        </message>
        <message>
            <source>Take this one</source>
            <translation>Tag denne</translation>
        </message>
        <message>
            <source>This is what stands now.</source>
            <translation>Dette er, hvad der står nu.</translation>
        </message>
    </context>
    <context>
        <name>BothSides</name>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Mærker</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategori</translation>
        </message>
        <message>
            <source>Passage</source>
            <translation>Passage</translation>
        </message>
        <message>
            <source>(nothing)</source>
            <translation>(intet)</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Edit, category, remove</source>
            <translation>Redigér, kategori, fjern</translation>
        </message>
        <message>
            <source>What can be done with this card</source>
            <translation>Hvad man kan gøre med dette kort</translation>
        </message>
        <message>
            <source>Go to the place</source>
            <translation>Gå til stedet</translation>
        </message>
        <message>
            <source>Find its place …</source>
            <translation>Find dens sted …</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Edit note and tags</source>
            <translation>Redigér note og mærker</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historik</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Fjern</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Del</translation>
        </message>
    </context>
    <context>
        <name>CardList</name>
        <message numerus="yes">
            <source>Show %n before</source>
            <translation>
                <numerusform>Vis %n før</numerusform>
                <numerusform>Vis %n før</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Vis %n til</numerusform>
                <numerusform>Vis %n til</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Categories</name>
        <message>
            <source>Question</source>
            <translation>Spørgsmål</translation>
        </message>
        <message>
            <source>Our line</source>
            <translation>Vores linje</translation>
        </message>
        <message>
            <source>Demand</source>
            <translation>Krav</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nyt</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Andet</translation>
        </message>
    </context>
    <context>
        <name>CategoriesDialog</name>
        <message>
            <source>Rename categories</source>
            <translation>Omdøb kategorier</translation>
        </message>
        <message>
            <source>What do your colours mean? The names are saved as you leave them.</source>
            <translation>Hvad betyder dine farver? Navnene gemmes, når du forlader dem.</translation>
        </message>
        <message>
            <source>The key that highlights with this category</source>
            <translation>Tasten, der fremhæver med denne kategori</translation>
        </message>
    </context>
    <context>
        <name>Causes</name>
        <message>
            <source>The disk is full. Free some space and try again.</source>
            <translation>Disken er fuld. Gør plads, og prøv igen.</translation>
        </message>
        <message>
            <source>The file or its folder cannot be written. Check who may write there, then try again.</source>
            <translation>Der kan ikke skrives i filen eller dens mappe. Se efter, hvem der må skrive der, og prøv igen.</translation>
        </message>
        <message>
            <source>The disk reported an error. Check that it is connected and has room, then try again.</source>
            <translation>Disken meldte en fejl. Se efter, at den er tilsluttet og har plads, og prøv igen.</translation>
        </message>
        <message>
            <source>The disk failed at the last moment: it may be saved or not. Check that the disk is connected and has room, then try again.</source>
            <translation>Disken svigtede i sidste øjeblik: det er måske gemt, måske ikke. Se efter, at disken er tilsluttet og har plads, og prøv igen.</translation>
        </message>
        <message>
            <source>The notebook's file was removed, moved or replaced while it was open. Put it back where it was and try again, or save a rescue copy and start again.</source>
            <translation>Notesbogens fil blev fjernet, flyttet eller udskiftet, mens den var åben. Læg den tilbage, hvor den var, og prøv igen, eller gem en nødkopi og start forfra.</translation>
        </message>
        <message>
            <source>The notebook is open for reading only.</source>
            <translation>Notesbogen er åbnet skrivebeskyttet.</translation>
        </message>
        <message>
            <source>It was changed meanwhile. Look at it again and repeat what you wanted to do.</source>
            <translation>Den er ændret i mellemtiden. Se på den igen, og gentag det, du ville.</translation>
        </message>
        <message>
            <source>The file or folder is not there. Check the place and try again.</source>
            <translation>Filen eller mappen findes ikke. Se efter stedet, og prøv igen.</translation>
        </message>
        <message>
            <source>Another program is using the file. Close that program and try again.</source>
            <translation>Et andet program bruger filen. Luk det program, og prøv igen.</translation>
        </message>
        <message>
            <source>The notebook's file is damaged. It was left as it is, and nothing is written into it.</source>
            <translation>Notesbogens fil er beskadiget. Den er ladt urørt, og der skrives ikke i den.</translation>
        </message>
        <message>
            <source>The notebook is open in another Randnote.</source>
            <translation>Notesbogen er åben i en anden Randnote.</translation>
        </message>
        <message>
            <source>The file is empty, where a notebook was expected. It was left as it is.</source>
            <translation>Filen er tom, hvor der skulle være en notesbog. Den er ladt urørt.</translation>
        </message>
        <message>
            <source>The file is not a Randnote notebook, or too damaged to be known as one. It was left as it is.</source>
            <translation>Filen er ikke en notesbog fra Randnote, eller den er for beskadiget til at kunne kendes. Den er ladt urørt.</translation>
        </message>
        <message>
            <source>The notebook was written by a newer Randnote. It was left as it is. Update Randnote to open it.</source>
            <translation>Notesbogen er skrevet af en nyere Randnote. Den er ladt urørt. Opdatér Randnote for at åbne den.</translation>
        </message>
        <message>
            <source>The notebook was written by an older Randnote, and must be opened for writing once before it can be only read.</source>
            <translation>Notesbogen er skrevet af en ældre Randnote og skal åbnes til skrivning én gang, før den kan åbnes skrivebeskyttet.</translation>
        </message>
        <message>
            <source>Beside the notebook lies a file that another program left. Nothing was read or changed. Move that file to a safe place, then try again.</source>
            <translation>Ved siden af notesbogen ligger en fil, som et andet program har efterladt. Intet er læst eller ændret. Flyt filen et sikkert sted hen, og prøv igen.</translation>
        </message>
        <message>
            <source>The notebook is open elsewhere, and its journal does not tell now what is in it. Close it there, then open it here.</source>
            <translation>Notesbogen er åben et andet sted, og journalen fortæller ikke nu, hvad der er i den. Luk den der, og åbn den så her.</translation>
        </message>
        <message>
            <source>This is no file of annotations that Randnote can read. Nothing was changed. Choose a file that was exported as annotations.</source>
            <translation>Dette er ikke en fil med annoteringer, som Randnote kan læse. Intet er ændret. Vælg en fil, der er eksporteret som annoteringer.</translation>
        </message>
        <message>
            <source>Nothing was found that could be salvaged. Nothing was changed.</source>
            <translation>Der blev ikke fundet noget, der kunne reddes. Intet er ændret.</translation>
        </message>
        <message>
            <source>There is a link at that place, and it was not written through. Choose another name.</source>
            <translation>På det sted er der en genvej, og der blev ikke skrevet gennem den. Vælg et andet navn.</translation>
        </message>
        <message>
            <source>The file was written, but its folder could not be flushed to disk. Check that the disk is connected, then look whether the file is there.</source>
            <translation>Filen blev skrevet, men det kunne ikke sikres, at mappen kom på disken. Se efter, at disken er tilsluttet, og derefter om filen er der.</translation>
        </message>
        <message>
            <source>The search index could not be used. It holds nothing of yours: try again, or remove the file search.db.</source>
            <translation>Søgeindekset kunne ikke bruges. Det indeholder intet af dit: prøv igen, eller fjern filen search.db.</translation>
        </message>
        <message>
            <source>A source text cannot be read. Nothing was changed. Put the file back and start again.</source>
            <translation>En kildetekst kan ikke læses. Intet blev ændret. Læg filen tilbage, og start igen.</translation>
        </message>
        <message>
            <source>The catalogue of agreements cannot be read. Nothing was changed. Put back the file that came with the program.</source>
            <translation>Fortegnelsen over aftaler kan ikke læses. Intet blev ændret. Læg den fil tilbage, der fulgte med programmet.</translation>
        </message>
        <message>
            <source>The texts were not established, because you stopped it. No note was touched. Start again to establish them.</source>
            <translation>Teksterne blev ikke fremstillet, fordi du standsede det. Ingen noter er berørt. Start igen for at fremstille dem.</translation>
        </message>
    </context>
    <context>
        <name>Changes</name>
        <message>
            <source>Compare with %1</source>
            <translation>Sammenlign med %1</translation>
        </message>
        <message>
            <source>Compare with none</source>
            <translation>Sammenlign ikke</translation>
        </message>
        <message>
            <source>Underlined with upturned ends: new words</source>
            <translation>Understreget med opadvendte ender: nye ord</translation>
        </message>
        <message>
            <source>Struck through: words that are gone in the newer text</source>
            <translation>Gennemstreget: ord, der er udgået i den nyere tekst</translation>
        </message>
        <message>
            <source>▲ words of the older text are gone here · △ the newer text adds words here</source>
            <translation>▲ her er ord fra den ældre tekst udgået · △ her tilføjer den nyere tekst ord</translation>
        </message>
        <message>
            <source>Double line and ← or →: moved from or to that principle</source>
            <translation>Dobbelt streg og ← eller →: flyttet fra eller til det princip</translation>
        </message>
        <message>
            <source>! small but decisive · + and – a whole principle is new or dropped</source>
            <translation>! lille, men afgørende · + og – et helt princip er nyt eller udgået</translation>
        </message>
        <message>
            <source>how binding it is</source>
            <translation>hvor bindende det er</translation>
        </message>
        <message>
            <source>a negation</source>
            <translation>en nægtelse</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>et tal</translation>
        </message>
        <message>
            <source>a date</source>
            <translation>en dato</translation>
        </message>
        <message>
            <source>who is bound</source>
            <translation>hvem der er bundet</translation>
        </message>
        <message>
            <source>only letters or spaces, perhaps a misreading</source>
            <translation>kun bogstaver eller mellemrum, måske en fejllæsning</translation>
        </message>
        <message>
            <source>only punctuation</source>
            <translation>kun tegnsætning</translation>
        </message>
        <message>
            <source>New: %1 has nothing that answers this.</source>
            <translation>Nyt: intet i %1 svarer til dette.</translation>
        </message>
        <message>
            <source>Dropped: not in %1.</source>
            <translation>Udgået: ikke i %1.</translation>
        </message>
        <message>
            <source>Decisive: %1</source>
            <translation>Afgørende: %1</translation>
        </message>
        <message>
            <source>Stood in %1, gone here: %2</source>
            <translation>Stod i %1, udgået her: %2</translation>
        </message>
        <message>
            <source>Gone in %1: %2</source>
            <translation>Udgået i %1: %2</translation>
        </message>
        <message>
            <source>New since %1: %2</source>
            <translation>Nyt siden %1: %2</translation>
        </message>
        <message>
            <source>Added here in %1: %2</source>
            <translation>Tilføjet her i %1: %2</translation>
        </message>
        <message>
            <source>Was in %1: %2</source>
            <translation>Stod i %1: %2</translation>
        </message>
        <message>
            <source>Became in %1: %2</source>
            <translation>Blev i %1 til: %2</translation>
        </message>
        <message>
            <source>Moved here from another place in %1.</source>
            <translation>Flyttet hertil fra et andet sted i %1.</translation>
        </message>
        <message>
            <source>Moved to another place in %1.</source>
            <translation>Flyttet til et andet sted i %1.</translation>
        </message>
        <message>
            <source>Moved here from principle %2 of %1.</source>
            <translation>Flyttet hertil fra princip %2 i %1.</translation>
        </message>
        <message>
            <source>Moved to principle %2 of %1.</source>
            <translation>Flyttet til princip %2 i %1.</translation>
        </message>
        <message>
            <source>Click the arrow, or press Enter in the passage, to go there.</source>
            <translation>Klik på pilen, eller tryk Enter i passagen, for at gå dertil.</translation>
        </message>
        <message>
            <source>against %1</source>
            <translation>mod %1</translation>
        </message>
        <message>
            <source>Not compared</source>
            <translation>Ikke sammenlignet</translation>
        </message>
        <message>
            <source>Nothing answers %1 here</source>
            <translation>Intet her svarer til %1</translation>
        </message>
        <message>
            <source>Comparing with %1: %2 %</source>
            <translation>Sammenligner med %1: %2 %</translation>
        </message>
        <message>
            <source>Comparison with %1 stopped</source>
            <translation>Sammenligning med %1 standset</translation>
        </message>
        <message>
            <source>Comparing with %1</source>
            <translation>Sammenligner med %1</translation>
        </message>
        <message>
            <source>Stop comparing</source>
            <translation>Stands sammenligningen</translation>
        </message>
        <message>
            <source>Changes are not shown. Ctrl+D shows them.</source>
            <translation>Ændringer vises ikke. Ctrl+D viser dem.</translation>
        </message>
        <message>
            <source>No more changes that way.</source>
            <translation>Ikke flere ændringer den vej.</translation>
        </message>
        <message>
            <source>Change %1 of %2</source>
            <translation>Ændring %1 af %2</translation>
        </message>
        <message>
            <source>No moved passage stands here.</source>
            <translation>Her står ikke noget, der er flyttet.</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n ændring</numerusform>
                <numerusform>%n ændringer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n decisive</source>
            <translation>
                <numerusform>%n afgørende</numerusform>
                <numerusform>%n afgørende</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Contents</name>
        <message>
            <source>Contents</source>
            <translation>Indhold</translation>
        </message>
    </context>
    <context>
        <name>CopyList</name>
        <message>
            <source>Copies of the notebook, the newest first</source>
            <translation>Kopier af notesbogen, den nyeste først</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Hvornår</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Hvorfor</translation>
        </message>
        <message>
            <source>Highlights</source>
            <translation>Fremhævninger</translation>
        </message>
        <message>
            <source>Other notes</source>
            <translation>Andre noter</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>Kategorier</translation>
        </message>
        <message>
            <source>In the bin</source>
            <translation>I papirkurven</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Tilstand</translation>
        </message>
    </context>
    <context>
        <name>Deciding</name>
        <message>
            <source>First choose the passage to place: Notebook, Passages to check.</source>
            <translation>Vælg først den passage, der skal placeres: Notesbog, Passager at se efter.</translation>
        </message>
        <message>
            <source>Select the words that the passage belongs to, then press Ctrl+Enter.</source>
            <translation>Markér de ord, passagen hører til, og tryk Ctrl+Enter.</translation>
        </message>
        <message>
            <source>Placed: “%1”. Ctrl+Z takes it back.</source>
            <translation>Placeret: »%1«. Ctrl+Z tager det tilbage.</translation>
        </message>
        <message>
            <source>Kept among those not found: “%1”. Ctrl+Z takes it back.</source>
            <translation>Lagt blandt dem, der ikke er fundet: »%1«. Ctrl+Z tager det tilbage.</translation>
        </message>
        <message>
            <source>The note was moved. Ctrl+Z takes it back.</source>
            <translation>Noten er flyttet. Ctrl+Z tager det tilbage.</translation>
        </message>
        <message>
            <source>No other place has enough of its words. The passage is kept as it is.</source>
            <translation>Intet andet sted har nok af dens ord. Passagen bevares, som den er.</translation>
        </message>
    </context>
    <context>
        <name>Deleting</name>
        <message>
            <source>Making a copy of the notebook first …</source>
            <translation>Laver først en kopi af notesbogen …</translation>
        </message>
        <message>
            <source>Nothing was deleted, because no copy of the notebook could be made first.</source>
            <translation>Intet blev slettet, fordi der ikke først kunne laves en kopi af notesbogen.</translation>
        </message>
        <message>
            <source>Deleting for good …</source>
            <translation>Sletter for altid …</translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) deleted for good.</source>
            <translation>
                <numerusform>%n note slettet for altid.</numerusform>
                <numerusform>%n noter slettet for altid.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>Export as Markdown</source>
            <translation>Eksportér som Markdown</translation>
        </message>
        <message>
            <source>Markdown (*.md)</source>
            <translation>Markdown (*.md)</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>Tabel (*.csv)</translation>
        </message>
        <message>
            <source>Save the overview</source>
            <translation>Gem overblikket</translation>
        </message>
    </context>
    <context>
        <name>Doing</name>
        <message>
            <source>Four panes, or every agreement, are open already.</source>
            <translation>Fire ruder, eller alle aftaler, er allerede åbne.</translation>
        </message>
        <message>
            <source>Exported to %1</source>
            <translation>Eksporteret til %1</translation>
        </message>
    </context>
    <context>
        <name>DonePage</name>
        <message>
            <source>Open the notebook</source>
            <translation>Åbn notesbogen</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Afslut</translation>
        </message>
    </context>
    <context>
        <name>Establishing</name>
        <message>
            <source>The texts are established from their sources …</source>
            <translation>Teksterne etableres fra deres kilder …</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
    </context>
    <context>
        <name>Exchanging</name>
        <message>
            <source>Export notes</source>
            <translation>Eksportér noter</translation>
        </message>
        <message>
            <source>Annotations (*.jsonld)</source>
            <translation>Annoteringer (*.jsonld)</translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) exported to %1</source>
            <translation>
                <numerusform>%n note eksporteret til %1</numerusform>
                <numerusform>%n noter eksporteret til %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Import notes</source>
            <translation>Importér noter</translation>
        </message>
        <message>
            <source>Show both</source>
            <translation>Vis begge</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Alle filer</translation>
        </message>
        <message>
            <source>Annotations and rescue copies</source>
            <translation>Annoteringer og nødkopier</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Noter</translation>
        </message>
    </context>
    <context>
        <name>Face</name>
        <message>
            <source>{agreement} · to check</source>
            <translation>{agreement} · ses efter</translation>
        </message>
        <message>
            <source>{agreement} · not found in the text</source>
            <translation>{agreement} · ikke fundet i teksten</translation>
        </message>
        <message>
            <source>{agreement} · the whole agreement</source>
            <translation>{agreement} · hele aftalen</translation>
        </message>
        <message>
            <source>{agreement} · Principle {number}</source>
            <translation>{agreement} · Princip {number}</translation>
        </message>
        <message>
            <source>An empty note</source>
            <translation>En tom note</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ingen</translation>
        </message>
        <message>
            <source>Note, {place}, {title}: {note}</source>
            <translation>Note, {place}, {title}: {note}</translation>
        </message>
        <message>
            <source>Highlight, {category}, {quote}, {place}, note: {note}</source>
            <translation>Fremhævning, {category}, {quote}, {place}, note: {note}</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Find in this agreement</source>
            <translation>Find i denne aftale</translation>
        </message>
        <message>
            <source>Words to find</source>
            <translation>Ord, der skal findes</translation>
        </message>
        <message>
            <source>Previous hit (Shift+Enter)</source>
            <translation>Forrige fund (Skift+Enter)</translation>
        </message>
        <message>
            <source>Next hit (Enter)</source>
            <translation>Næste fund (Enter)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>Luk (Esc)</translation>
        </message>
        <message>
            <source>No hits</source>
            <translation>Ingen fund</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 af %2</translation>
        </message>
    </context>
    <context>
        <name>FindingDelegate</name>
        <message>
            <source>l. %1</source>
            <translation>l. %1</translation>
        </message>
    </context>
    <context>
        <name>Findings</name>
        <message>
            <source>Changed words</source>
            <translation>Ændrede ord</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Udeladt</translation>
        </message>
        <message>
            <source>Line ends and spaces</source>
            <translation>Linjeskift og mellemrum</translation>
        </message>
        <message>
            <source>Doubtful readings</source>
            <translation>Tvivlsomme steder</translation>
        </message>
        <message>
            <source>Other words in a witness</source>
            <translation>Andre ord i et tekstvidne</translation>
        </message>
        <message>
            <source>Letters misread in a witness</source>
            <translation>Fejllæste bogstaver i et tekstvidne</translation>
        </message>
        <message>
            <source>Sums</source>
            <translation>Summer</translation>
        </message>
        <message>
            <source>word parted at a line end</source>
            <translation>ord delt ved linjeskift</translation>
        </message>
        <message>
            <source>letters restored</source>
            <translation>bogstaver genskabt</translation>
        </message>
        <message>
            <source>markup left out</source>
            <translation>koder udeladt</translation>
        </message>
        <message>
            <source>signs for italics left out</source>
            <translation>tegn for kursiv udeladt</translation>
        </message>
        <message>
            <source>belongs to the printed page</source>
            <translation>hører til den trykte side</translation>
        </message>
        <message>
            <source>belongs to the web page</source>
            <translation>hører til websiden</translation>
        </message>
        <message>
            <source>line end</source>
            <translation>linjeskift</translation>
        </message>
        <message>
            <source>sign of a list</source>
            <translation>listetegn</translation>
        </message>
        <message>
            <source>paragraph</source>
            <translation>afsnit</translation>
        </message>
        <message>
            <source>spaces</source>
            <translation>mellemrum</translation>
        </message>
        <message>
            <source>cells of a table</source>
            <translation>celler i en tabel</translation>
        </message>
        <message>
            <source>looks wrong in the source</source>
            <translation>ser forkert ud i kilden</translation>
        </message>
        <message>
            <source>another witness has</source>
            <translation>et andet tekstvidne har</translation>
        </message>
        <message>
            <source>a machine read</source>
            <translation>en maskine læste</translation>
        </message>
        <message>
            <source>the rows make</source>
            <translation>rækkerne giver</translation>
        </message>
        <message>
            <source>line %1</source>
            <translation>linje %1</translation>
        </message>
        <message>
            <source>line %1 of the source</source>
            <translation>linje %1 i kilden</translation>
        </message>
    </context>
    <context>
        <name>FindingsView</name>
        <message>
            <source>What is on record of this text</source>
            <translation>Hvad der er noteret om denne tekst</translation>
        </message>
    </context>
    <context>
        <name>FormCard</name>
        <message>
            <source>Take this form again</source>
            <translation>Tag denne udformning igen</translation>
        </message>
        <message>
            <source>As it is now</source>
            <translation>Som den er nu</translation>
        </message>
        <message>
            <source>Show all of it</source>
            <translation>Vis det hele</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>Beskadiget</translation>
        </message>
        <message>
            <source>A change like any other: it can be undone</source>
            <translation>En ændring som enhver anden: den kan fortrydes</translation>
        </message>
        <message>
            <source>gone:</source>
            <translation>væk:</translation>
        </message>
        <message>
            <source>new:</source>
            <translation>ny:</translation>
        </message>
    </context>
    <context>
        <name>FormList</name>
        <message>
            <source>Newer forms</source>
            <translation>Nyere udformninger</translation>
        </message>
        <message>
            <source>Older forms</source>
            <translation>Ældre udformninger</translation>
        </message>
    </context>
    <context>
        <name>Furniture</name>
        <message>
            <source>This is the source as it was transmitted. Highlight the words in the agreement itself.</source>
            <translation>Dette er kilden, som den foreligger. Markér ordene i selve aftalen.</translation>
        </message>
        <message>
            <source>That could not be done. Nothing that was saved is lost.</source>
            <translation>Det kunne ikke gøres. Intet, der er gemt, er gået tabt.</translation>
        </message>
    </context>
    <context>
        <name>GridModel</name>
        <message>
            <source>Principle</source>
            <translation>Princip</translation>
        </message>
        <message numerus="yes">
            <source>%n mention(s)</source>
            <translation>
                <numerusform>%n omtale</numerusform>
                <numerusform>%n omtaler</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GridView</name>
        <message>
            <source>Principles by agreements</source>
            <translation>Principper og aftaler</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Nothing was written yet.</source>
            <translation>Intet er skrevet endnu.</translation>
        </message>
        <message>
            <source>The words are the same as before.</source>
            <translation>Ordene er de samme som før.</translation>
        </message>
        <message>
            <source>It was removed.</source>
            <translation>Den blev fjernet.</translation>
        </message>
        <message>
            <source>The words of this form were deleted for good.</source>
            <translation>Denne udformnings ord er slettet for altid.</translation>
        </message>
        <message>
            <source>This form is damaged in the notebook and cannot be shown. The other forms are whole. A backup may have this one.</source>
            <translation>Denne udformning er beskadiget i notesbogen og kan ikke vises. De andre er hele. En sikkerhedskopi har måske denne.</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategori</translation>
        </message>
        <message>
            <source>Passage</source>
            <translation>Passage</translation>
        </message>
        <message>
            <source>looked for in the text and not found</source>
            <translation>søgt i teksten og ikke fundet</translation>
        </message>
        <message>
            <source>Principle</source>
            <translation>Princip</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Mærker</translation>
        </message>
        <message>
            <source>the same words in a new edition of the text</source>
            <translation>de samme ord i en ny udgave af teksten</translation>
        </message>
        <message>
            <source>the same words in another place</source>
            <translation>de samme ord et andet sted</translation>
        </message>
        <message>
            <source>Taken back: %1</source>
            <translation>Taget tilbage: %1</translation>
        </message>
        <message>
            <source>Done again: %1</source>
            <translation>Gjort igen: %1</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>History</source>
            <translation>Historik</translation>
        </message>
        <message>
            <source>‹ Notes</source>
            <translation>‹ Noter</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Back to the notes</source>
            <translation>Tilbage til noterne</translation>
        </message>
        <message numerus="yes">
            <source>%n form(s)</source>
            <translation>
                <numerusform>%n udformning</numerusform>
                <numerusform>%n udformninger</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Keeping</name>
        <message>
            <source>Backed up and verified: %1</source>
            <translation>Sikkerhedskopieret og efterprøvet: %1</translation>
        </message>
        <message>
            <source>The second place for copies is not there now: %1. The copy in the first place is made. Connect it, or choose another place.</source>
            <translation>Det andet sted til kopier er der ikke nu: %1. Kopien det første sted er lavet. Tilslut det, eller vælg et andet sted.</translation>
        </message>
        <message>
            <source>No copy could be made in the second place: %1. The copy in the first place is made. Look whether there is room, and whether you may write there.</source>
            <translation>Der kunne ikke laves en kopi det andet sted: %1. Kopien det første sted er lavet. Se efter, om der er plads, og om du må skrive der.</translation>
        </message>
        <message>
            <source>Old copies in %1 could not be removed. Nothing is lost by that; they only take room.</source>
            <translation>Gamle kopier i %1 kunne ikke fjernes. Intet er tabt ved det; de fylder kun.</translation>
        </message>
        <message>
            <source>The notebook could not be backed up. Your notes are saved as always.</source>
            <translation>Notesbogen kunne ikke sikkerhedskopieres. Dine noter er gemt som altid.</translation>
        </message>
    </context>
    <context>
        <name>LeavingDialog</name>
        <message numerus="yes">
            <source>%n note(s) are not saved</source>
            <translation>
                <numerusform>%n note er ikke gemt</numerusform>
                <numerusform>%n noter er ikke gemt</numerusform>
            </translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Prøv igen</translation>
        </message>
        <message>
            <source>Save a rescue copy …</source>
            <translation>Gem en nødkopi …</translation>
        </message>
        <message>
            <source>Close without saving</source>
            <translation>Luk uden at gemme</translation>
        </message>
        <message>
            <source>Go back</source>
            <translation>Gå tilbage</translation>
        </message>
        <message>
            <source>The words are still in the window. A rescue copy holds them and all that is saved.</source>
            <translation>Ordene er stadig i vinduet. En nødkopi rummer dem og alt, hvad der er gemt.</translation>
        </message>
        <message>
            <source>It could not be saved this time either.</source>
            <translation>Det kunne heller ikke gemmes denne gang.</translation>
        </message>
        <message>
            <source>The rescue copy was not saved.</source>
            <translation>Nødkopien blev ikke gemt.</translation>
        </message>
        <message>
            <source>The words are in the rescue copy</source>
            <translation>Ordene er i nødkopien</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>Ledger</name>
        <message>
            <source>Highlight</source>
            <translation>Fremhævning</translation>
        </message>
        <message>
            <source>Remove highlight</source>
            <translation>Fjern fremhævning</translation>
        </message>
        <message>
            <source>Remove note</source>
            <translation>Fjern note</translation>
        </message>
        <message>
            <source>Change category</source>
            <translation>Skift kategori</translation>
        </message>
        <message>
            <source>Stretch highlight</source>
            <translation>Udvid fremhævning</translation>
        </message>
        <message>
            <source>Edit note</source>
            <translation>Redigér note</translation>
        </message>
        <message>
            <source>Change tags</source>
            <translation>Skift mærker</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>Ny note</translation>
        </message>
        <message>
            <source>Rename category</source>
            <translation>Omdøb kategori</translation>
        </message>
        <message>
            <source>Decide what answers what</source>
            <translation>Afgør, hvad der svarer til hvad</translation>
        </message>
        <message>
            <source>Bring back from the bin</source>
            <translation>Hent op af papirkurven</translation>
        </message>
        <message>
            <source>Take an older form again</source>
            <translation>Tag en ældre udformning igen</translation>
        </message>
        <message>
            <source>Withdraw a decision</source>
            <translation>Træk en afgørelse tilbage</translation>
        </message>
        <message>
            <source>Accept the proposed place</source>
            <translation>Godtag det foreslåede sted</translation>
        </message>
        <message>
            <source>Put a passage in its place</source>
            <translation>Sæt en passage på plads</translation>
        </message>
        <message>
            <source>Say that a passage is not there</source>
            <translation>Sig, at en passage ikke findes</translation>
        </message>
        <message>
            <source>Say that a note's principle is not there</source>
            <translation>Sig, at en notes princip ikke findes</translation>
        </message>
        <message>
            <source>Move a note</source>
            <translation>Flyt en note</translation>
        </message>
        <message>
            <source>The change was not saved.</source>
            <translation>Ændringen blev ikke gemt.</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importér</translation>
        </message>
        <message>
            <source>Choose between two forms</source>
            <translation>Vælg mellem to udformninger</translation>
        </message>
        <message>
            <source>Beginning of the notebook</source>
            <translation>Notesbogens begyndelse</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>Slet for altid</translation>
        </message>
        <message>
            <source>Salvage from a damaged notebook</source>
            <translation>Redning fra en beskadiget notesbog</translation>
        </message>
        <message>
            <source>Place in a new edition of the text</source>
            <translation>Plads i en ny udgave af teksten</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ændring</translation>
        </message>
    </context>
    <context>
        <name>LinkQuestion</name>
        <message>
            <source>Open a link</source>
            <translation>Åbn et link</translation>
        </message>
        <message>
            <source>Write a mail to this address?</source>
            <translation>Skriv en mail til denne adresse?</translation>
        </message>
        <message>
            <source>Open this address at {host} outside the program?</source>
            <translation>Åbn denne adresse hos {host} uden for programmet?</translation>
        </message>
    </context>
    <context>
        <name>Links</name>
        <message>
            <source>Ctrl+click or Enter goes there</source>
            <translation>Ctrl+klik eller Enter går dertil</translation>
        </message>
        <message>
            <source>not in your library</source>
            <translation>ikke i dit bibliotek</translation>
        </message>
        <message>
            <source>Nearest mention: “%1”</source>
            <translation>Nærmeste omtale: »%1«</translation>
        </message>
    </context>
    <context>
        <name>MarkStrip</name>
        <message>
            <source>Marks in the agreement</source>
            <translation>Mærker i aftalen</translation>
        </message>
        <message>
            <source>Number of marks: {}</source>
            <translation>Antal mærker: {}</translation>
        </message>
    </context>
    <context>
        <name>Mentioning</name>
        <message>
            <source>“%1” is not in your library.</source>
            <translation>»%1« er ikke i dit bibliotek.</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close this message</source>
            <translation>Luk denne besked</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n til</numerusform>
                <numerusform>%n til</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Mishaps</name>
        <message>
            <source>Try again</source>
            <translation>Prøv igen</translation>
        </message>
        <message>
            <source>Rescue copy …</source>
            <translation>Nødkopi …</translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) are not saved. The words are kept, and it is tried again.</source>
            <translation>
                <numerusform>%n note er ikke gemt. Ordene er bevaret, og der prøves igen.</numerusform>
                <numerusform>%n noter er ikke gemt. Ordene er bevaret, og der prøves igen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The rescue copy was not saved.</source>
            <translation>Nødkopien blev ikke gemt.</translation>
        </message>
    </context>
    <context>
        <name>NameLine</name>
        <message>
            <source>Name of category %1</source>
            <translation>Navn på kategori %1</translation>
        </message>
        <message>
            <source>This name is not saved.</source>
            <translation>Dette navn er ikke gemt.</translation>
        </message>
    </context>
    <context>
        <name>Names</name>
        <message>
            <source>%1, changed by you</source>
            <translation>%1, ændret af dig</translation>
        </message>
    </context>
    <context>
        <name>Navigator</name>
        <message>
            <source>Principles</source>
            <translation>Principper</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Indhold</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Bibliotek</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Kilde</translation>
        </message>
        <message>
            <source>Overview of all agreements</source>
            <translation>Overblik over alle aftaler</translation>
        </message>
        <message>
            <source>%1 speaks of the principles</source>
            <translation>%1 omtaler principperne</translation>
        </message>
    </context>
    <context>
        <name>NoteEditor</name>
        <message>
            <source>Try again</source>
            <translation>Prøv igen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Færdig</translation>
        </message>
        <message>
            <source>Your note, in Markdown</source>
            <translation>Din note, i Markdown</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Tags, with commas between</source>
            <translation>Mærker, adskilt af komma</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Mærker</translation>
        </message>
        <message>
            <source>Saved as you type. Esc or Ctrl+Enter closes.</source>
            <translation>Gemmes, mens du skriver. Esc eller Ctrl+Enter lukker.</translation>
        </message>
        <message>
            <source>The note was removed meanwhile.</source>
            <translation>Noten er fjernet i mellemtiden.</translation>
        </message>
        <message>
            <source>Not saved: this was removed meanwhile. The words are kept here.</source>
            <translation>Ikke gemt: den er fjernet imens. Ordene er bevaret her.</translation>
        </message>
        <message>
            <source>Not saved: the words are kept here, and it is tried again by itself.</source>
            <translation>Ikke gemt: ordene er bevaret her, og der prøves igen af sig selv.</translation>
        </message>
    </context>
    <context>
        <name>NoteFilters</name>
        <message>
            <source>Category</source>
            <translation>Kategori</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Mærke</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Af</translation>
        </message>
        <message>
            <source>Words in notes and passages</source>
            <translation>Ord i noter og passager</translation>
        </message>
        <message>
            <source>Show only notes with these words</source>
            <translation>Vis kun noter med disse ord</translation>
        </message>
        <message>
            <source>Show notes of</source>
            <translation>Vis noter fra</translation>
        </message>
        <message>
            <source>Show only this category</source>
            <translation>Vis kun denne kategori</translation>
        </message>
        <message>
            <source>Show only this tag</source>
            <translation>Vis kun dette mærke</translation>
        </message>
        <message>
            <source>Show only notes by</source>
            <translation>Vis kun noter af</translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>Alle kategorier</translation>
        </message>
        <message>
            <source>All tags</source>
            <translation>Alle mærker</translation>
        </message>
        <message>
            <source>My own</source>
            <translation>Mine egne</translation>
        </message>
        <message>
            <source>By all</source>
            <translation>Af alle</translation>
        </message>
        <message>
            <source>This principle</source>
            <translation>Dette princip</translation>
        </message>
        <message>
            <source>Open agreements</source>
            <translation>Åbne aftaler</translation>
        </message>
        <message>
            <source>All agreements</source>
            <translation>Alle aftaler</translation>
        </message>
        <message numerus="yes">
            <source>%n without a sure place</source>
            <translation>
                <numerusform>%n uden sikker plads</numerusform>
                <numerusform>%n uden sikker plads</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NotesPanel</name>
        <message>
            <source>Notes</source>
            <translation>Noter</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>Ryd filtre</translation>
        </message>
        <message>
            <source>Write a note on a principle or an agreement</source>
            <translation>Skriv en note til et princip eller en aftale</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>Ny note</translation>
        </message>
        <message>
            <source>{shown} of {all}</source>
            <translation>{shown} af {all}</translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) shown</source>
            <translation>
                <numerusform>%n note vist</numerusform>
                <numerusform>%n noter vist</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing fits the filters.</source>
            <translation>Intet passer til filtrene.</translation>
        </message>
        <message>
            <source>Nothing noted yet. Select words in an agreement and choose a category, or press + to write a note on a principle or a whole agreement.</source>
            <translation>Intet noteret endnu. Markér ord i en aftale og vælg en kategori, eller tryk på + for at skrive en note til et princip eller en hel aftale.</translation>
        </message>
        <message>
            <source>No principle is in view.</source>
            <translation>Intet princip er i syne.</translation>
        </message>
        <message>
            <source>Show all agreements</source>
            <translation>Vis alle aftaler</translation>
        </message>
        <message>
            <source>Nothing noted here yet.</source>
            <translation>Intet noteret her endnu.</translation>
        </message>
        <message>
            <source>Note on this principle</source>
            <translation>Note til dette princip</translation>
        </message>
        <message>
            <source>Note on principle {number} in {agreement}</source>
            <translation>Note til princip {number} i {agreement}</translation>
        </message>
        <message>
            <source>Note on all of {agreement}</source>
            <translation>Note til hele {agreement}</translation>
        </message>
    </context>
    <context>
        <name>Noting</name>
        <message>
            <source>Copied with its source.</source>
            <translation>Kopieret med kilde.</translation>
        </message>
        <message>
            <source>Select words first, or choose a highlight; then press N to write a note.</source>
            <translation>Markér ord først, eller vælg en fremhævning; tryk så N for at skrive en note.</translation>
        </message>
        <message>
            <source>There is no principle here. Go to one, then write the note.</source>
            <translation>Her er intet princip. Gå til et, og skriv så noten.</translation>
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message>
            <source>Your notebook is open already</source>
            <translation>Din notesbog er allerede åben</translation>
        </message>
        <message>
            <source>Your notebook is not where it was</source>
            <translation>Din notesbog er ikke, hvor den var</translation>
        </message>
        <message>
            <source>Your notebook is damaged</source>
            <translation>Din notesbog er beskadiget</translation>
        </message>
        <message>
            <source>Your notebook cannot be opened</source>
            <translation>Din notesbog kan ikke åbnes</translation>
        </message>
        <message>
            <source>There is no notebook here any more, but there are copies of it. Nothing was changed.</source>
            <translation>Her er ikke længere nogen notesbog, men der er kopier af den. Intet er ændret.</translation>
        </message>
        <message>
            <source>It has been open since %1 on the computer %2 (process %3). Nothing was changed here.</source>
            <translation>Den har været åben siden %1 på computeren %2 (proces %3). Her er intet ændret.</translation>
        </message>
        <message>
            <source>Open read-only</source>
            <translation>Åbn skrivebeskyttet</translation>
        </message>
        <message>
            <source>You can read, search and export. Nothing can be changed.</source>
            <translation>Du kan læse, søge og eksportere. Intet kan ændres.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Prøv igen</translation>
        </message>
        <message>
            <source>Once it is closed there.</source>
            <translation>Når den er lukket der.</translation>
        </message>
        <message>
            <source>Once the cause is gone.</source>
            <translation>Når årsagen er væk.</translation>
        </message>
        <message>
            <source>Salvage into a new notebook</source>
            <translation>Red indholdet over i en ny notesbog</translation>
        </message>
        <message>
            <source>Everything that is left in the file, in the journal beside it and in the copies is put together. You are told what is missing.</source>
            <translation>Alt, hvad der er tilbage i filen, i journalen ved siden af og i kopierne, samles. Du får at vide, hvad der mangler.</translation>
        </message>
        <message>
            <source>Restore the newest sound copy</source>
            <translation>Gendan den nyeste kopi, der er i orden</translation>
        </message>
        <message>
            <source>Looking for it …</source>
            <translation>Leder efter det …</translation>
        </message>
        <message>
            <source>Begin a new notebook</source>
            <translation>Begynd en ny notesbog</translation>
        </message>
        <message>
            <source>Go on with it as it is</source>
            <translation>Gå videre med den, som den er</translation>
        </message>
        <message>
            <source>What is sound is shown. What is damaged is left as it is.</source>
            <translation>Det, der er i orden, vises. Det, der er beskadiget, lades urørt.</translation>
        </message>
        <message>
            <source>Restore the copy of %1</source>
            <translation>Gendan kopien fra %1</translation>
        </message>
        <message>
            <source>It holds %1, last changed %2.</source>
            <translation>Den rummer %1, senest ændret %2.</translation>
        </message>
        <message>
            <source>What is here now is moved into a folder beside, and kept whole.</source>
            <translation>Det, der er her nu, flyttes til en mappe ved siden af og bevares helt.</translation>
        </message>
    </context>
    <context>
        <name>OpeningDialog</name>
        <message>
            <source>The notebook is being read …</source>
            <translation>Notesbogen læses …</translation>
        </message>
        <message>
            <source>What is left is being put together. Until that is done, nothing is changed.</source>
            <translation>Det, der er tilbage, samles. Indtil det er gjort, ændres intet.</translation>
        </message>
        <message>
            <source>This report is kept as %1</source>
            <translation>Denne rapport er gemt som %1</translation>
        </message>
        <message>
            <source>The report could not be kept beside it.</source>
            <translation>Rapporten kunne ikke gemmes ved siden af.</translation>
        </message>
        <message>
            <source>A new notebook is in place</source>
            <translation>En ny notesbog er på plads</translation>
        </message>
        <message>
            <source>The copy is being put in place …</source>
            <translation>Kopien sættes på plads …</translation>
        </message>
        <message>
            <source>A new notebook is being begun …</source>
            <translation>En ny notesbog begyndes …</translation>
        </message>
        <message>
            <source>What was there before is kept in %1</source>
            <translation>Hvad der var der før, er bevaret i %1</translation>
        </message>
        <message>
            <source>Another notebook is in place</source>
            <translation>En anden notesbog er på plads</translation>
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message>
            <source>same wording</source>
            <translation>samme ordlyd</translation>
        </message>
        <message>
            <source>reworded</source>
            <translation>omformuleret</translation>
        </message>
        <message>
            <source>renamed</source>
            <translation>omdøbt</translation>
        </message>
        <message>
            <source>new number</source>
            <translation>nyt nummer</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nyt</translation>
        </message>
        <message>
            <source>dropped</source>
            <translation>udgået</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>endnu ikke</translation>
        </message>
        <message>
            <source>a paragraph lives on in %1</source>
            <translation>et afsnit lever videre i %1</translation>
        </message>
        <message>
            <source>a sentence lives on in %1</source>
            <translation>en sætning lever videre i %1</translation>
        </message>
        <message>
            <source>a clause lives on in %1</source>
            <translation>en ledsætning lever videre i %1</translation>
        </message>
        <message>
            <source>with a paragraph from %1</source>
            <translation>med et afsnit fra %1</translation>
        </message>
        <message>
            <source>with a sentence from %1</source>
            <translation>med en sætning fra %1</translation>
        </message>
        <message>
            <source>with a clause from %1</source>
            <translation>med en ledsætning fra %1</translation>
        </message>
        <message>
            <source>confirmed by you</source>
            <translation>bekræftet af dig</translation>
        </message>
        <message>
            <source>chosen by you</source>
            <translation>valgt af dig</translation>
        </message>
        <message>
            <source>refused by you</source>
            <translation>afvist af dig</translation>
        </message>
        <message>
            <source>principle %1</source>
            <translation>princip %1</translation>
        </message>
        <message>
            <source>called “%1”</source>
            <translation>kaldet »%1«</translation>
        </message>
        <message numerus="yes">
            <source>%n mention(s)</source>
            <translation>
                <numerusform>%n omtale</numerusform>
                <numerusform>%n omtaler</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n moved</source>
            <translation>
                <numerusform>%n flyttet</numerusform>
                <numerusform>%n flyttet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n noter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n word(s) changed</source>
            <translation>
                <numerusform>%n ord ændret</numerusform>
                <numerusform>%n ord ændret</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>Wording through the years</source>
            <translation>Ordlyden gennem årene</translation>
        </message>
        <message>
            <source>Back to the text</source>
            <translation>Tilbage til teksten</translation>
        </message>
        <message>
            <source>Why? (Enter keeps the reason)</source>
            <translation>Hvorfor? (Enter gemmer begrundelsen)</translation>
        </message>
        <message>
            <source>Reason for the decision</source>
            <translation>Begrundelse for afgørelsen</translation>
        </message>
        <message>
            <source>Save as Markdown …</source>
            <translation>Gem som Markdown …</translation>
        </message>
        <message>
            <source>Save as a table (CSV) …</source>
            <translation>Gem som tabel (CSV) …</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Overblik</translation>
        </message>
        <message>
            <source>Enter reads side by side · W the wording · C confirms · R refuses · A another</source>
            <translation>Enter læser side om side · W ordlyden · C bekræfter · R afviser · A et andet</translation>
        </message>
        <message>
            <source>%1. Undo takes it back.</source>
            <translation>%1. Fortryd tager det tilbage.</translation>
        </message>
        <message>
            <source>Read side by side</source>
            <translation>Læs side om side</translation>
        </message>
        <message>
            <source>Confirm this answer</source>
            <translation>Bekræft dette svar</translation>
        </message>
        <message>
            <source>This is not the answer</source>
            <translation>Dette er ikke svaret</translation>
        </message>
        <message>
            <source>Withdraw the decision</source>
            <translation>Træk afgørelsen tilbage</translation>
        </message>
        <message>
            <source>Another principle answers …</source>
            <translation>Et andet princip svarer …</translation>
        </message>
    </context>
    <context>
        <name>PaneHead</name>
        <message>
            <source>Let go of the distance that you set by hand</source>
            <translation>Slip den afstand, du har sat i hånden</translation>
        </message>
        <message>
            <source>Pin: this pane does not follow the others</source>
            <translation>Fasthold: denne rude følger ikke de andre</translation>
        </message>
        <message>
            <source>Close this pane</source>
            <translation>Luk denne rude</translation>
        </message>
        <message>
            <source>Agreement in this pane: %1</source>
            <translation>Aftale i denne rude: %1</translation>
        </message>
        <message>
            <source>Source “%1”, as it was transmitted</source>
            <translation>Kilden »%1«, som den foreligger</translation>
        </message>
        <message>
            <source>Principle %1</source>
            <translation>Princip %1</translation>
        </message>
    </context>
    <context>
        <name>Panes</name>
        <message>
            <source>“%1” is not in this agreement; this pane holds still.</source>
            <translation>“%1” er ikke i denne aftale; ruden står stille.</translation>
        </message>
        <message>
            <source>“%1” is not in this agreement.</source>
            <translation>“%1” er ikke i denne aftale.</translation>
        </message>
    </context>
    <context>
        <name>Partings</name>
        <message>
            <source>Show both forms, and choose which one is to stand</source>
            <translation>Vis begge former, og vælg, hvilken der skal stå</translation>
        </message>
        <message numerus="yes">
            <source>%n changed on both sides</source>
            <translation>
                <numerusform>%n ændret på begge sider</numerusform>
                <numerusform>%n ændret på begge sider</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Randnote</name>
        <message>
            <source>Randnote cannot open now. Nothing was changed.</source>
            <translation>Randnote kan ikke åbne nu. Intet er ændret.</translation>
        </message>
        <message>
            <source>Something went wrong in the program. Everything saved is safe; what happened is written in %1.</source>
            <translation>Noget gik galt i programmet. Alt, hvad der er gemt, er i behold; hvad der skete, står i %1.</translation>
        </message>
    </context>
    <context>
        <name>ReadingOnly</name>
        <message>
            <source>Read anew</source>
            <translation>Læs igen</translation>
        </message>
        <message>
            <source>Show what has been saved there since</source>
            <translation>Vis, hvad der er gemt der siden</translation>
        </message>
        <message>
            <source>Open for writing</source>
            <translation>Åbn til skrivning</translation>
        </message>
        <message>
            <source>Randnote – read-only</source>
            <translation>Randnote – skrivebeskyttet</translation>
        </message>
        <message>
            <source>Read-only: the notebook or its folder cannot be written. Nothing can be changed.</source>
            <translation>Skrivebeskyttet: der kan ikke skrives i notesbogen eller dens mappe. Intet kan ændres.</translation>
        </message>
        <message>
            <source>Read-only: this is what the journal beside the notebook tells.</source>
            <translation>Skrivebeskyttet: dette er, hvad journalen ved siden af notesbogen fortæller.</translation>
        </message>
        <message>
            <source>Read-only: the notebook has been open on %1 since %2. This is what was saved there.</source>
            <translation>Skrivebeskyttet: notesbogen har været åben på %1 siden %2. Dette er, hvad der var gemt der.</translation>
        </message>
        <message>
            <source>The notebook is open for reading only. Nothing was changed.</source>
            <translation>Notesbogen er åbnet skrivebeskyttet. Intet er ændret.</translation>
        </message>
        <message>
            <source>What has been saved there by now is shown.</source>
            <translation>Det, der er gemt der indtil nu, vises.</translation>
        </message>
    </context>
    <context>
        <name>ReadingView</name>
        <message>
            <source>Text of the agreement</source>
            <translation>Aftalens tekst</translation>
        </message>
        <message>
            <source>Arrow keys move the caret; with Shift they select a passage.</source>
            <translation>Piletaster flytter markøren; med Skift markerer de en passage.</translation>
        </message>
    </context>
    <context>
        <name>Reasons</name>
        <message>
            <source>It is no annotation.</source>
            <translation>Det er ikke en annotering.</translation>
        </message>
        <message>
            <source>It is about several places at once.</source>
            <translation>Den handler om flere steder på én gang.</translation>
        </message>
        <message>
            <source>It does not say what it is about.</source>
            <translation>Den siger ikke, hvad den handler om.</translation>
        </message>
        <message>
            <source>It is not about an agreement that Randnote knows by name.</source>
            <translation>Den handler ikke om en aftale, som Randnote kender ved navn.</translation>
        </message>
        <message>
            <source>It does not say which words it is about.</source>
            <translation>Den siger ikke, hvilke ord den handler om.</translation>
        </message>
        <message>
            <source>The number of its principle is no number.</source>
            <translation>Nummeret på dens princip er ikke et tal.</translation>
        </message>
        <message>
            <source>It does not say legibly when it was made.</source>
            <translation>Den siger ikke læseligt, hvornår den er lavet.</translation>
        </message>
        <message>
            <source>What it says is no text.</source>
            <translation>Det, den siger, er ikke tekst.</translation>
        </message>
        <message>
            <source>It says too many things.</source>
            <translation>Den siger for mange ting.</translation>
        </message>
        <message>
            <source>A text in it is too long.</source>
            <translation>En tekst i den er for lang.</translation>
        </message>
        <message>
            <source>A text in it holds half a character.</source>
            <translation>En tekst i den indeholder et halvt tegn.</translation>
        </message>
        <message>
            <source>A part of it that should be words is no text.</source>
            <translation>En del, der skulle være ord, er ikke tekst.</translation>
        </message>
        <message>
            <source>It is nested too deeply.</source>
            <translation>Den er indlejret for dybt.</translation>
        </message>
        <message>
            <source>It stands in the file more than once; the newest one was taken.</source>
            <translation>Den står mere end én gang i filen; den nyeste er taget.</translation>
        </message>
        <message>
            <source>It is not as a rescue copy has it.</source>
            <translation>Den er ikke, som en nødkopi har den.</translation>
        </message>
        <message>
            <source>The file is damaged or breaks off here.</source>
            <translation>Filen er beskadiget eller slutter brat her.</translation>
        </message>
        <message>
            <source>A text that came along is damaged: its passages may have to be looked at.</source>
            <translation>En tekst, der fulgte med, er beskadiget: dens passager skal måske ses efter.</translation>
        </message>
        <message>
            <source>Here it is a record of another kind.</source>
            <translation>Her er det noget af en anden slags.</translation>
        </message>
        <message>
            <source>What is here of it is damaged, so it was left alone.</source>
            <translation>Det, der er af den her, er beskadiget, så det er ladt i fred.</translation>
        </message>
    </context>
    <context>
        <name>Recalling</name>
        <message>
            <source>Choose a highlight first. On a note's card, press H to see what it was before.</source>
            <translation>Vælg først en fremhævning. På en notes kort viser H, hvad den var før.</translation>
        </message>
        <message>
            <source>Removed. Undo brings it back.</source>
            <translation>Fjernet. Fortryd bringer det tilbage.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Fortryd</translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message numerus="yes">
            <source>%n highlight(s)</source>
            <translation>
                <numerusform>%n fremhævning</numerusform>
                <numerusform>%n fremhævninger</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other note(s)</source>
            <translation>
                <numerusform>%n anden note</numerusform>
                <numerusform>%n andre noter</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <translation>%1 og %2</translation>
        </message>
        <message>
            <source>Salvaged on %1</source>
            <translation>Reddet den %1</translation>
        </message>
        <message>
            <source>The notebook: %1</source>
            <translation>Notesbogen: %1</translation>
        </message>
        <message>
            <source>It holds %1.</source>
            <translation>Den rummer %1.</translation>
        </message>
        <message>
            <source>What was there before is kept in %1</source>
            <translation>Hvad der var der før, er bevaret i %1</translation>
        </message>
        <message>
            <source>Steps of the history that were found: %1</source>
            <translation>Skridt i historikken, der blev fundet: %1</translation>
        </message>
        <message>
            <source>What was read:</source>
            <translation>Hvad der blev læst:</translation>
        </message>
        <message>
            <source>What may not be as it last was:</source>
            <translation>Hvad der måske ikke er, som det sidst var:</translation>
        </message>
        <message>
            <source>Nothing is missing: every step of the history was found.</source>
            <translation>Intet mangler: hvert skridt i historikken blev fundet.</translation>
        </message>
        <message>
            <source>what could be read of it is whole</source>
            <translation>det, der kunne læses i den, er helt</translation>
        </message>
        <message numerus="yes">
            <source>%n damaged piece(s)</source>
            <translation>
                <numerusform>%n beskadiget stykke</numerusform>
                <numerusform>%n beskadigede stykker</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 belongs to another notebook, and was left out.</source>
            <translation>%1 hører til en anden notesbog og er udeladt.</translation>
        </message>
        <message>
            <source>The category %1 was lost or removed; it is back, to be looked at.</source>
            <translation>Kategorien %1 var tabt eller fjernet; den er tilbage og bør ses efter.</translation>
        </message>
        <message>
            <source>The highlight %1 is as it was found; its history has gaps.</source>
            <translation>Fremhævningen %1 er, som den blev fundet; dens historik har huller.</translation>
        </message>
        <message>
            <source>The category %1 is as it was found; its history has gaps.</source>
            <translation>Kategorien %1 er, som den blev fundet; dens historik har huller.</translation>
        </message>
        <message>
            <source>A decision on what answers what is as it was found; its history has gaps.</source>
            <translation>En afgørelse af, hvad der svarer til hvad, er, som den blev fundet; dens historik har huller.</translation>
        </message>
        <message>
            <source>A line of the journal is not legible; what was done last in it may be missing.</source>
            <translation>En linje i journalen kan ikke læses; det, der sidst blev gjort i den, mangler måske.</translation>
        </message>
        <message>
            <source>The note %1 is as it was found; its history has gaps.</source>
            <translation>Noten %1 er, som den blev fundet; dens historik har huller.</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) of the history were not found; what was done in them is lost:</source>
            <translation>
                <numerusform>%n skridt i historikken blev ikke fundet; hvad der blev gjort i det, er tabt:</numerusform>
                <numerusform>%n skridt i historikken blev ikke fundet; hvad der blev gjort i dem, er tabt:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Rescue</name>
        <message>
            <source>Save a rescue copy in this folder</source>
            <translation>Gem en nødkopi i denne mappe</translation>
        </message>
        <message>
            <source>The rescue copy is in %1 and %2.</source>
            <translation>Nødkopien er i %1 og %2.</translation>
        </message>
    </context>
    <context>
        <name>RestoredView</name>
        <message>
            <source>Only with these words</source>
            <translation>Kun med disse ord</translation>
        </message>
        <message>
            <source>What restoring would change</source>
            <translation>Hvad en gendannelse ville ændre</translation>
        </message>
        <message>
            <source>Reading the copy</source>
            <translation>Læser kopien</translation>
        </message>
        <message>
            <source>Reading what would change …</source>
            <translation>Læser, hvad der ville ændre sig …</translation>
        </message>
        <message>
            <source>Restoring this copy would change nothing: the notebook is as it is.</source>
            <translation>At gendanne denne kopi ville intet ændre: notesbogen er sådan nu.</translation>
        </message>
        <message>
            <source>Nothing of what would change has these words.</source>
            <translation>Intet af det, der ville ændre sig, har disse ord.</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
    </context>
    <context>
        <name>ResultsPopup</name>
        <message>
            <source>Found</source>
            <translation>Fundet</translation>
        </message>
        <message>
            <source>↑ ↓ choose   Enter go   Esc close</source>
            <translation>↑ ↓ vælg   Enter gå til   Esc luk</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n til</numerusform>
                <numerusform>%n til</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>{agreement}, after “{heading}”</source>
            <translation>{agreement}, efter »{heading}«</translation>
        </message>
        <message>
            <source>a guess</source>
            <translation>et gæt</translation>
        </message>
        <message>
            <source>very likely</source>
            <translation>meget sandsynligt</translation>
        </message>
        <message>
            <source>likely</source>
            <translation>sandsynligt</translation>
        </message>
        <message>
            <source>uncertain</source>
            <translation>usikkert</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>As it was</source>
            <translation>Som den var</translation>
        </message>
        <message>
            <source>As it is now</source>
            <translation>Som den er nu</translation>
        </message>
        <message>
            <source>It is this</source>
            <translation>Det er det her</translation>
        </message>
        <message>
            <source>Next proposal</source>
            <translation>Næste forslag</translation>
        </message>
        <message>
            <source>Search for its words</source>
            <translation>Søg efter dens ord</translation>
        </message>
        <message>
            <source>Put it here</source>
            <translation>Sæt den her</translation>
        </message>
        <message>
            <source>Not there any more</source>
            <translation>Findes ikke mere</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Spring over</translation>
        </message>
        <message>
            <source>Move to …</source>
            <translation>Flyt til …</translation>
        </message>
        <message>
            <source>Before: {place}</source>
            <translation>Før: {place}</translation>
        </message>
        <message>
            <source>Now: not found</source>
            <translation>Nu: ikke fundet</translation>
        </message>
        <message>
            <source>Now, perhaps ({sure}): {place}</source>
            <translation>Nu måske ({sure}): {place}</translation>
        </message>
        <message>
            <source>Select the words it belongs to in a text above and press Ctrl+Enter, or search for its words. It is kept here until then.</source>
            <translation>Markér de ord, den hører til, i en tekst ovenfor og tryk Ctrl+Enter, eller søg efter dens ord. Indtil da bliver den her.</translation>
        </message>
        <message numerus="yes">
            <source>%n of its words stand here</source>
            <translation>
                <numerusform>%n af dens ord står her</numerusform>
                <numerusform>%n af dens ord står her</numerusform>
            </translation>
        </message>
        <message>
            <source>{sure}, in the same words</source>
            <translation>{sure}, med samme ord</translation>
        </message>
        <message>
            <source>Your note</source>
            <translation>Din note</translation>
        </message>
        <message>
            <source>Choose which principle it belongs to now. It is kept here until then.</source>
            <translation>Vælg, hvilket princip den hører til nu. Indtil da bliver den her.</translation>
        </message>
        <message>
            <source>Now, perhaps: {place}</source>
            <translation>Nu måske: {place}</translation>
        </message>
        <message>
            <source>It was number {old}; the principle with these words is number {new} now.</source>
            <translation>Det var nummer {old}; princippet med disse ord er nummer {new} nu.</translation>
        </message>
        <message>
            <source>Principle {number} was “{old}” and is “{new}” now.</source>
            <translation>Princip {number} var “{old}” og er nu “{new}”.</translation>
        </message>
        <message>
            <source>Your note, on “{heading}”</source>
            <translation>Din note til “{heading}”</translation>
        </message>
        <message>
            <source>The library has no agreement {agreement}.</source>
            <translation>Biblioteket har ingen aftale {agreement}.</translation>
        </message>
        <message>
            <source>You did not find its principle in {agreement}.</source>
            <translation>Du fandt ikke dens princip i {agreement}.</translation>
        </message>
        <message>
            <source>{agreement} has no principle {number} now.</source>
            <translation>{agreement} har ikke noget princip {number} nu.</translation>
        </message>
        <message>
            <source>no note</source>
            <translation>ingen note</translation>
        </message>
        <message>
            <source>Next proposal ({at} of {all})</source>
            <translation>Næste forslag ({at} af {all})</translation>
        </message>
        <message>
            <source>Elsewhere? Select its words above.</source>
            <translation>Et andet sted? Markér ordene ovenfor.</translation>
        </message>
        <message>
            <source>All of {agreement}</source>
            <translation>Hele {agreement}</translation>
        </message>
    </context>
    <context>
        <name>ReviewPanel</name>
        <message>
            <source>What to look at</source>
            <translation>Hvad der skal ses efter</translation>
        </message>
        <message>
            <source>Previous (Up)</source>
            <translation>Forrige (pil op)</translation>
        </message>
        <message>
            <source>Next (Down)</source>
            <translation>Næste (pil ned)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>Luk (Esc)</translation>
        </message>
        <message>
            <source>To check</source>
            <translation>Ses efter</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Ikke fundet</translation>
        </message>
        <message>
            <source>To check · {number}</source>
            <translation>Ses efter · {number}</translation>
        </message>
        <message>
            <source>Not found · {number}</source>
            <translation>Ikke fundet · {number}</translation>
        </message>
        <message>
            <source>{all} in all: {placed} in place, {check} to check, {lost} not found</source>
            <translation>{all} i alt: {placed} på plads, {check} at se efter, {lost} ikke fundet</translation>
        </message>
    </context>
    <context>
        <name>Reviewing</name>
        <message numerus="yes">
            <source>%n passage(s) need a look because there is a new edition of %1.</source>
            <translation>
                <numerusform>%n passage skal ses efter, fordi der er en ny udgave af %1.</numerusform>
                <numerusform>%n passager skal ses efter, fordi der er en ny udgave af %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passage(s) were not found in the new edition of %1; they are kept.</source>
            <translation>
                <numerusform>%n passage blev ikke fundet i den nye udgave af %1; den er bevaret.</numerusform>
                <numerusform>%n passager blev ikke fundet i den nye udgave af %1; de er bevaret.</numerusform>
            </translation>
        </message>
        <message>
            <source>Look at them</source>
            <translation>Se på dem</translation>
        </message>
        <message numerus="yes">
            <source>%n passage(s) or note(s) need a look because there is a new edition of %1.</source>
            <translation>
                <numerusform>%n passage eller note skal ses efter, fordi der er en ny udgave af %1.</numerusform>
                <numerusform>%n passager eller noter skal ses efter, fordi der er en ny udgave af %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is lost: every passage and note has its place.</source>
            <translation>Intet er tabt: hver passage og hver note har sin plads.</translation>
        </message>
        <message>
            <source>All of them have been looked at.</source>
            <translation>De er alle set efter.</translation>
        </message>
        <message>
            <source>Nothing to look at: every passage that was found stands where it was.</source>
            <translation>Intet at se efter: hver fundet passage står, hvor den stod.</translation>
        </message>
        <message>
            <source>{at} of {all}</source>
            <translation>{at} af {all}</translation>
        </message>
    </context>
    <context>
        <name>Rows</name>
        <message>
            <source>Principle %1</source>
            <translation>Princip %1</translation>
        </message>
    </context>
    <context>
        <name>SearchLine</name>
        <message>
            <source>Search agreements and notes …  Ctrl+K</source>
            <translation>Søg i aftaler og noter …  Ctrl+K</translation>
        </message>
        <message>
            <source>Search agreements, notes and commands</source>
            <translation>Søg i aftaler, noter og kommandoer</translation>
        </message>
    </context>
    <context>
        <name>Searching</name>
        <message>
            <source>Nothing found for “%1”. Try fewer letters.</source>
            <translation>Intet fundet for “%1”. Prøv færre bogstaver.</translation>
        </message>
        <message numerus="yes">
            <source>%n passage(s)</source>
            <translation>
                <numerusform>%n passage</numerusform>
                <numerusform>%n passager</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n noter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the first %n passage(s)</source>
            <translation>
                <numerusform>den første passage</numerusform>
                <numerusform>de første %n passager</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the first %n note(s)</source>
            <translation>
                <numerusform>den første note</numerusform>
                <numerusform>de første %n noter</numerusform>
            </translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Henvisning</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Kommandoer</translation>
        </message>
        <message>
            <source>Principles</source>
            <translation>Principper</translation>
        </message>
        <message>
            <source>Headings</source>
            <translation>Overskrifter</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Noter</translation>
        </message>
        <message>
            <source>Principle %1</source>
            <translation>Princip %1</translation>
        </message>
        <message>
            <source>to check</source>
            <translation>ses efter</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>ikke fundet</translation>
        </message>
    </context>
    <context>
        <name>SecondPlace</name>
        <message>
            <source>Choose a second place …</source>
            <translation>Vælg et andet sted …</translation>
        </message>
        <message>
            <source>No second place</source>
            <translation>Intet andet sted</translation>
        </message>
        <message>
            <source>Every copy is also put into a second place, if you choose one: a stick, or a synced folder.</source>
            <translation>Hver kopi lægges også et andet sted, hvis du vælger et: et USB-stik eller en synkroniseret mappe.</translation>
        </message>
        <message>
            <source>Every copy is also put into %1</source>
            <translation>Hver kopi lægges også i %1</translation>
        </message>
        <message>
            <source>It is not there now. Copies go only into the first place until it is.</source>
            <translation>Det er der ikke nu. Indtil det er der igen, lægges kopier kun det første sted.</translation>
        </message>
        <message>
            <source>That is where the copies are already. Choose another folder, on another disk.</source>
            <translation>Der ligger kopierne allerede. Vælg en anden mappe, på en anden disk.</translation>
        </message>
        <message>
            <source>It lies in the same folder as the first place: what harms the one harms the other. Choose another disk, or a synced folder.</source>
            <translation>Det ligger i samme mappe som det første sted: hvad der skader det ene, skader det andet. Vælg en anden disk eller en synkroniseret mappe.</translation>
        </message>
        <message>
            <source>It is on the same disk as the first place. It helps against mistakes, and not if the disk breaks.</source>
            <translation>Det er på samme disk som det første sted. Det hjælper mod fejltagelser, men ikke hvis disken går i stykker.</translation>
        </message>
        <message>
            <source>A second place for copies of the notebook</source>
            <translation>Et andet sted til kopier af notesbogen</translation>
        </message>
    </context>
    <context>
        <name>SelectionBar</name>
        <message>
            <source>What to do with the selection</source>
            <translation>Hvad der kan gøres med det markerede</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Write a note on it (N)</source>
            <translation>Skriv en note til det (N)</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopiér</translation>
        </message>
        <message>
            <source>Copy with source (Ctrl+Shift+C)</source>
            <translation>Kopiér med kilde (Ctrl+Skift+C)</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Fjern</translation>
        </message>
        <message>
            <source>Remove the highlight (Del)</source>
            <translation>Fjern fremhævningen (Del)</translation>
        </message>
    </context>
    <context>
        <name>SendingDialog</name>
        <message>
            <source>Export notes</source>
            <translation>Eksportér noter</translation>
        </message>
        <message>
            <source>This agreement: %1</source>
            <translation>Denne aftale: %1</translation>
        </message>
        <message>
            <source>The open agreements</source>
            <translation>De åbne aftaler</translation>
        </message>
        <message>
            <source>All agreements</source>
            <translation>Alle aftaler</translation>
        </message>
        <message>
            <source>Only my own notes</source>
            <translation>Kun mine egne noter</translation>
        </message>
        <message>
            <source>Also those of colleagues</source>
            <translation>Også kollegers</translation>
        </message>
        <message>
            <source>Export …</source>
            <translation>Eksportér …</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annullér</translation>
        </message>
        <message>
            <source>For example: Anna Berg, Finansministeriet</source>
            <translation>For eksempel: Anna Berg, Finansministeriet</translation>
        </message>
        <message>
            <source>Your name, as colleagues see it</source>
            <translation>Dit navn, som kolleger ser det</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>Hvor langt det er</translation>
        </message>
        <message>
            <source>Notes of</source>
            <translation>Noter fra</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>Hvis</translation>
        </message>
        <message>
            <source>Your name, as colleagues see it on your notes</source>
            <translation>Dit navn, som kolleger ser det på dine noter</translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n noter</numerusform>
            </translation>
        </message>
        <message>
            <source>There is nothing noted there.</source>
            <translation>Der er intet noteret der.</translation>
        </message>
        <message>
            <source>Give your name, so that colleagues can tell your notes from theirs.</source>
            <translation>Skriv dit navn, så kolleger kan kende dine noter fra deres egne.</translation>
        </message>
    </context>
    <context>
        <name>Shelf</name>
        <message>
            <source>Library</source>
            <translation>Bibliotek</translation>
        </message>
        <message>
            <source>open</source>
            <translation>åben</translation>
        </message>
        <message>
            <source>not open</source>
            <translation>ikke åben</translation>
        </message>
        <message numerus="yes">
            <source>%n to check</source>
            <translation>
                <numerusform>%n at se efter</numerusform>
                <numerusform>%n at se efter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not found</source>
            <translation>
                <numerusform>%n ikke fundet</numerusform>
                <numerusform>%n ikke fundet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Keys</source>
            <translation>Taster</translation>
        </message>
        <message>
            <source>Filter by name or key</source>
            <translation>Filtrér efter navn eller tast</translation>
        </message>
        <message>
            <source>No command has this name or key.</source>
            <translation>Ingen kommando har dette navn eller denne tast.</translation>
        </message>
        <message>
            <source>Commands and their keys</source>
            <translation>Kommandoer og deres taster</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Kommando</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Andet</translation>
        </message>
    </context>
    <context>
        <name>SourceTab</name>
        <message>
            <source>Show in the source</source>
            <translation>Vis i kilden</translation>
        </message>
        <message>
            <source>Note on it</source>
            <translation>Notér</translation>
        </message>
        <message>
            <source>Show of the record</source>
            <translation>Vis</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Ord</translation>
        </message>
        <message>
            <source>Show only rows with these words</source>
            <translation>Vis kun rækker med disse ord</translation>
        </message>
        <message>
            <source>No row has these words.</source>
            <translation>Ingen række har disse ord.</translation>
        </message>
        <message>
            <source>Nothing is on record.</source>
            <translation>Intet at vise.</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Back to normal text size</source>
            <translation>Tilbage til normal tekststørrelse</translation>
        </message>
        <message numerus="yes">
            <source>%n agreement(s) open</source>
            <translation>
                <numerusform>%n aftale åben</numerusform>
                <numerusform>%n aftaler åbne</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) in principle %1</source>
            <translation>
                <numerusform>%n note i princip %1</numerusform>
                <numerusform>%n noter i princip %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Text size %1</source>
            <translation>Tekststørrelse %1</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>Gemt %1</translation>
        </message>
    </context>
    <context>
        <name>SurveyPages</name>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Comparing the agreements …</source>
            <translation>Sammenligner aftalerne …</translation>
        </message>
    </context>
    <context>
        <name>Surveying</name>
        <message>
            <source>Go to a principle first: its wording is shown through the years.</source>
            <translation>Gå først til et princip; så vises dets ordlyd gennem årene.</translation>
        </message>
        <message>
            <source>Overview of principles</source>
            <translation>Overblik over principper</translation>
        </message>
        <message>
            <source>Exported to %1</source>
            <translation>Eksporteret til %1</translation>
        </message>
    </context>
    <context>
        <name>Swatch</name>
        <message>
            <source>the present category</source>
            <translation>den nuværende kategori</translation>
        </message>
    </context>
    <context>
        <name>Telling</name>
        <message>
            <source>The notebook's file is damaged: what is sound is shown, and nothing is written.</source>
            <translation>Notesbogens fil er beskadiget: det, der er i orden, vises, og der skrives ikke i den.</translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) or highlight(s) are damaged and left out.</source>
            <translation>
                <numerusform>%n note eller fremhævning er beskadiget og udeladt.</numerusform>
                <numerusform>%n noter eller fremhævninger er beskadiget og udeladt.</numerusform>
            </translation>
        </message>
        <message>
            <source>What can be done …</source>
            <translation>Hvad der kan gøres …</translation>
        </message>
        <message>
            <source>The journal beside the notebook cannot be written. Your notes are saved.</source>
            <translation>Der kan ikke skrives i journalen ved siden af notesbogen. Dine noter er gemt.</translation>
        </message>
        <message>
            <source>The journal beside the notebook is written again, and lacks nothing.</source>
            <translation>Der skrives igen i journalen ved siden af notesbogen, og den mangler intet.</translation>
        </message>
        <message>
            <source>The words that could not be saved are saved now.</source>
            <translation>De ord, der ikke kunne gemmes, er nu gemt.</translation>
        </message>
        <message>
            <source>The notebook was missing. It was made anew from the journal beside it.</source>
            <translation>Notesbogen manglede. Den er lavet på ny ud fra journalen ved siden af.</translation>
        </message>
        <message>
            <source>The journal beside the notebook was missing. It was written anew.</source>
            <translation>Journalen ved siden af notesbogen manglede. Den er skrevet på ny.</translation>
        </message>
        <message>
            <source>The journal beside the notebook was damaged. It was written anew.</source>
            <translation>Journalen ved siden af notesbogen var beskadiget. Den er skrevet på ny.</translation>
        </message>
        <message>
            <source>The journal beside the notebook was not as the notebook. It was written anew.</source>
            <translation>Journalen ved siden af notesbogen var ikke som notesbogen. Den er skrevet på ny.</translation>
        </message>
        <message>
            <source>The journal beside the notebook did not fit it. It is kept as %1, and a new one was begun.</source>
            <translation>Journalen ved siden af notesbogen passede ikke til den. Den er gemt som %1, og en ny er begyndt.</translation>
        </message>
        <message numerus="yes">
            <source>The journal beside the notebook lacked %n step(s). It was completed.</source>
            <translation>
                <numerusform>Journalen ved siden af notesbogen manglede %n skridt. Den er gjort færdig.</numerusform>
                <numerusform>Journalen ved siden af notesbogen manglede %n skridt. Den er gjort færdig.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The notebook had lost %n step(s), put back now from the journal beside it.</source>
            <translation>
                <numerusform>Notesbogen havde mistet %n skridt, som nu er lagt tilbage fra journalen ved siden af.</numerusform>
                <numerusform>Notesbogen havde mistet %n skridt, som nu er lagt tilbage fra journalen ved siden af.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ThreadList</name>
        <message>
            <source>Principles</source>
            <translation>Principper</translation>
        </message>
    </context>
    <context>
        <name>ThreadModel</name>
        <message>
            <source>principle %1</source>
            <translation>princip %1</translation>
        </message>
        <message>
            <source>absent</source>
            <translation>fraværende</translation>
        </message>
        <message>
            <source>reworded</source>
            <translation>omformuleret</translation>
        </message>
        <message>
            <source>same wording</source>
            <translation>samme ordlyd</translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n noter</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Menu (F10)</source>
            <translation>Menu (F10)</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>Export …</source>
            <translation>Eksportér …</translation>
        </message>
    </context>
    <context>
        <name>WaitingLine</name>
        <message numerus="yes">
            <source>%n to check</source>
            <translation>
                <numerusform>%n at se efter</numerusform>
                <numerusform>%n at se efter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not found</source>
            <translation>
                <numerusform>%n ikke fundet</numerusform>
                <numerusform>%n ikke fundet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WaysPage</name>
        <message>
            <source>Quit</source>
            <translation>Afslut</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>moved to %1</source>
            <translation>flyttet til %1</translation>
        </message>
        <message>
            <source>moved here from %1</source>
            <translation>flyttet hertil fra %1</translation>
        </message>
        <message>
            <source>The principle is not in this agreement.</source>
            <translation>Princippet er ikke i denne aftale.</translation>
        </message>
        <message>
            <source>The first wording in the library.</source>
            <translation>Den første ordlyd i biblioteket.</translation>
        </message>
        <message>
            <source>%1 words gone</source>
            <translation>%1 ord udgået</translation>
        </message>
        <message>
            <source>%1 words new</source>
            <translation>%1 nye ord</translation>
        </message>
        <message>
            <source>%1 words moved away</source>
            <translation>%1 ord flyttet væk</translation>
        </message>
        <message>
            <source>%1 words moved here</source>
            <translation>%1 ord flyttet hertil</translation>
        </message>
        <message>
            <source>%1 words that differ in letters only</source>
            <translation>%1 ord, der kun afviger i bogstaver</translation>
        </message>
        <message>
            <source>%1 % changed</source>
            <translation>%1 % ændret</translation>
        </message>
        <message>
            <source>Small words that decide: %1</source>
            <translation>Små ord, der afgør: %1</translation>
        </message>
    </context>
    <context>
        <name>WordingPage</name>
        <message>
            <source>Show what came and went</source>
            <translation>Vis, hvad der kom og gik</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Overblik</translation>
        </message>
        <message>
            <source>Back to the text</source>
            <translation>Tilbage til teksten</translation>
        </message>
    </context>
    <context>
        <name>WordingView</name>
        <message>
            <source>Wording through the years</source>
            <translation>Ordlyden gennem årene</translation>
        </message>
    </context>
    <context>
        <name>WorkPage</name>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
    </context>
</TS>
