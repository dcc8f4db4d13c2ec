"""What a round holds as plain tables, the same for the workbook and the CSV files."""
