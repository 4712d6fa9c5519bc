"""What a recording itself can honestly say: passages that coincide with earlier recordings. Needs ``purport[audio]``.

Nothing here says who speaks, or whether a recording is real.
"""
