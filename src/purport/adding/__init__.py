"""Reports into a case, whoever asks for it: which, read how, and what becomes of one that fails."""
