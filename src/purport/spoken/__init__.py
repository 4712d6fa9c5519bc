"""What is said in the file of a recording, as transcripts have it: held against what reports quote, and when each part can have been said.

Takes and gives records; the case is joined in ``purport.hearing``.
"""
