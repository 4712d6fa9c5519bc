"""A case of three reports that part on a bridge, for the tests of the commands."""

REPORTS = {
    "a.txt": "Officials said that Orla Vashan closed the northern bridge at Karst on Monday. "
    "Mayor Brandt denied that Orla Vashan closed the northern bridge at Karst.",
    "b.txt": "The army said that Orlah Vashan closed the northern bridge at Karst on Monday.",
    "c.txt": "Herders denied that Vashan closed the northern bridge at Karst on Monday.",
    "m.csv": "path,outlet,published\na.txt,The Courier,2031-03-06\nb.txt,The Herald,\nc.txt,,\n",
}
