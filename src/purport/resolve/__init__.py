"""Records of many reports -> what is one across them."""
