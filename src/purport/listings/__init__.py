"""What a case holds as the lines that commands print and pages show: frozen records, found once, told alike everywhere."""
