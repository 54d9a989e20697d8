/* CSV out: a grid as RFC 4180 has it, by libcsv. */
#include "csvout.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

/* Would a spreadsheet take TEXT for a formula? */
static int
is_formula(const char *text)
{
	return text[0] != '\0' && strchr("=+-@\t\r\n", text[0]) != NULL &&
	    !grid_is_number(text);
}

static int
needs_quotes(const char *text, size_t len)
{
	return strpbrk(text, ",\"\r\n") != NULL || (len > 0 &&
	    (text[0] == ' ' || text[len - 1] == ' '));
}

static void
add_cell(struct buf *out, const char *text)
{
	char *safe = NULL, *quoted;
	size_t len, size;

	if (is_formula(text))
		text = safe = mem_printf("'%s", text);
	len = strlen(text);
	if (needs_quotes(text, len)) {
		size = csv_write(NULL, 0, text, len);
		quoted = mem_zalloc(size + 1);
		csv_write(quoted, size, text, len);
		buf_add(out, quoted, size);
		free(quoted);
	} else {
		buf_add(out, text, len);
	}
	free(safe);
}

void
csvout(const struct grid *grid, struct buf *out)
{
	size_t i, j;

	for (j = 0; j < grid->ncolumns; j++) {
		if (j > 0)
			buf_putc(out, ',');
		add_cell(out, grid->columns[j].name);
	}
	buf_puts(out, "\r\n");
	for (i = 0; i < grid->nrows; i++) {
		for (j = 0; j < grid->ncolumns; j++) {
			if (j > 0)
				buf_putc(out, ',');
			add_cell(out, grid_cell(grid, i, j));
		}
		buf_puts(out, "\r\n");
	}
}
