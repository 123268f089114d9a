"""Randnote: an offline reader and annotator for agreements.

The map. Imports run down only; parts on one line do not know each other:

    app | cli            builds the parts and joins them; the same parts without a window
    ui                   what is seen and touched; the only part that knows Qt
    settings | paths     what the person prefers; where things live
    export               edition + notes -> file
    search | compare     finding words; what answers what
    notebook | intake    what the person wrote; witness -> edition
    text                 the document model: frozen, pure
    errors               the only errors a person is shown
"""

__version__ = "0.1.0"
