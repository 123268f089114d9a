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
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Edit note and tags</source>
            <translation>Redigér note og mærker</translation>
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
        <message>
            <source>Backed up and verified: %1</source>
            <translation>Sikkerhedskopieret og efterprøvet: %1</translation>
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
        <name>Face</name>
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
            <source>Withdraw a decision</source>
            <translation>Træk en afgørelse tilbage</translation>
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
        <name>NameLine</name>
        <message>
            <source>Name of category %1</source>
            <translation>Navn på kategori %1</translation>
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
            <source>Not saved: this was removed meanwhile. The words are kept here.</source>
            <translation>Ikke gemt: den er fjernet imens. Ordene er bevaret her.</translation>
        </message>
        <message>
            <source>Not saved: the words are kept here.</source>
            <translation>Ikke gemt: ordene er bevaret her.</translation>
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
            <source>All categories</source>
            <translation>Alle kategorier</translation>
        </message>
        <message>
            <source>All tags</source>
            <translation>Alle mærker</translation>
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
            <source>%n passage(s) not found</source>
            <translation>
                <numerusform>%n passage ikke fundet</numerusform>
                <numerusform>%n passager ikke fundet</numerusform>
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
        <message numerus="yes">
            <source>%n passage(s) not found</source>
            <translation>
                <numerusform>%n passage ikke fundet</numerusform>
                <numerusform>%n passager ikke fundet</numerusform>
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
        <message>
            <source>Removed. Ctrl+Z brings it back.</source>
            <translation>Fjernet. Ctrl+Z bringer den tilbage.</translation>
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
</TS>
