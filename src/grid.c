/* Grids: tables of typed cells, on their way to a spreadsheet. */
#include "grid.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct grid *
grids_add(struct grids *grids, const char *name, const char *title,
    const char *workbook)
{
	struct grid *grid;

	grids->v = mem_resize(grids->v, grids->n + 1, sizeof(*grids->v));
	grid = &grids->v[grids->n++];
	memset(grid, 0, sizeof(*grid));
	grid->name = mem_strdup(name);
	grid->title = mem_strdup(title);
	grid->workbook = mem_strdup(workbook);
	return grid;
}

static void
release(struct grid *grid)
{
	size_t i;

	for (i = 0; i < grid->nrows * grid->ncolumns; i++)
		free(grid->cells[i]);
	for (i = 0; i < grid->ncolumns; i++) {
		free(grid->columns[i].name);
		free(grid->columns[i].title);
		strs_release(&grid->columns[i].values);
		strs_release(&grid->columns[i].words);
	}
	free(grid->columns);
	free(grid->cells);
	free(grid->name);
	free(grid->title);
	free(grid->workbook);
	free(grid->of);
	free(grid->owner);
}

void
grids_release(struct grids *grids)
{
	size_t i;

	for (i = 0; i < grids->n; i++)
		release(&grids->v[i]);
	free(grids->v);
	memset(grids, 0, sizeof(*grids));
}

struct grid_column *
grid_add_column(struct grid *grid, const char *name, const char *title,
    enum grid_type type)
{
	struct grid_column *column;

	grid->columns = mem_resize(grid->columns, grid->ncolumns + 1,
	    sizeof(*grid->columns));
	column = &grid->columns[grid->ncolumns++];
	memset(column, 0, sizeof(*column));
	column->name = mem_strdup(name);
	column->title = mem_strdup(title);
	column->type = type;
	return column;
}

char **
grid_add_row(struct grid *grid)
{
	char **cells;

	if ((grid->nrows & (grid->nrows - 1)) == 0)
		grid->cells = mem_resize(grid->cells, (grid->nrows == 0 ? 1 :
		    grid->nrows * 2) * (grid->ncolumns + 1),
		    sizeof(*grid->cells));
	cells = grid->cells + grid->nrows++ * grid->ncolumns;
	if (grid->ncolumns > 0)
		memset(cells, 0, grid->ncolumns * sizeof(*cells));
	return cells;
}

const char *
grid_cell(const struct grid *grid, size_t row, size_t column)
{
	const char *text;

	text = grid->cells[row * grid->ncolumns + column];
	return text == NULL ? "" : text;
}

int
grid_column(const struct grid *grid, const char *name)
{
	size_t i;

	for (i = 0; i < grid->ncolumns; i++)
		if (strcmp(grid->columns[i].name, name) == 0)
			return (int)i;
	return -1;
}

int
grid_is_number(const char *text)
{
	size_t whole, part = 0;

	text += text[0] == '-';
	for (whole = 0; isdigit((unsigned char)text[whole]); whole++)
		;
	if (whole == 0 || (whole > 1 && text[0] == '0'))
		return 0;
	if (text[whole] == '.') {
		while (isdigit((unsigned char)text[whole + 1 + part]))
			part++;
		if (part == 0 || text[whole + part] == '0')
			return 0;
		return text[whole + 1 + part] == '\0' && whole + part <= 15;
	}
	return text[whole] == '\0' && whole <= 15;
}
