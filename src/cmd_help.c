/* ismsdoc help: usage, of the program or of a command. */
#include "cmd.h"

int
cmd_help(struct call *call, int argc, char **argv)
{
	const struct cmd *cmd = NULL;

	if (argc > 2)
		return cmd_mistake(call, "help takes one command");
	if (argc == 2) {
		cmd = cmd_find(call, argv[1]);
		if (cmd == NULL)
			return EXIT_USAGE;
	}
	cmd_usage(stdout, cmd);
	return EXIT_CLEAN;
}
