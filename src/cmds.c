/* The command table: what there is, and how each is used. */
#include "cmd.h"

const struct cmd cmds[] = {
	{ "init", cmd_init, CMD_DATA,
	  "DIR [--catalog NAME|FILE]... [--set lean|standard|full] "
	  "[--grouped] [--from SAMPLE] [--name TEXT] [--language en] "
	  "[--update]",
	  "make a folder that builds at once",
	  "  --catalog NAME|FILE  a shipped catalogue, or an OSCAL XML file to "
	  "copy in\n"
	  "  --set SET            lean, standard or full (default: lean)\n"
	  "  --grouped            answers in one file per theme and clause\n"
	  "  --from SAMPLE        copy a sample that ships\n"
	  "  --name TEXT          the organisation's name\n"
	  "  --language en        language of the documents\n"
	  "  --update             add what DIR lacks, change nothing\n" },
	{ "build", cmd_build, CMD_DATA,
	  "[DIR] [-o OUT] [--view staff|management|public] "
	  "[--format html,docbook,csv,xlsx] [--sheets] [--verify] [-j N]",
	  "make the documents",
	  "  -o OUT               where to (default: out in the folder; "
	  "of a view, out-VIEW)\n"
	  "  --view VIEW          only what staff, management or the public "
	  "may read\n"
	  "  --format LIST        some of html, docbook, csv, xlsx (default: "
	  "all)\n"
	  "  --sheets             a page and a workbook for each owner "
	  "besides\n"
	  "  --verify             read all evidence anew\n"
	  "  -j N                 threads (default: one per processor)\n" },
	{ "approve", cmd_approve, CMD_DATA,
	  "[DIR] DOC|RECORD... --by ROLE [--version V] [--effective DATE] "
	  "[--change major|minor|editorial] [--summary TEXT] "
	  "[--reference TEXT] [--person TEXT]",
	  "record that texts are approved, and keep them",
	  "  --by ROLE            the role that approves\n"
	  "  --version V          as 1.0; later than all approved ones; "
	  "documents need it,\n"
	  "                       records take --by alone\n"
	  "  --effective DATE     in force from (default: today)\n"
	  "  --change KIND        major, minor or editorial (default: major "
	  "for the first\n"
	  "                       version, else minor)\n"
	  "  --summary TEXT       what changed\n"
	  "  --reference TEXT     where the decision is recorded\n"
	  "  --person TEXT        who approves (default: the role's "
	  "holder)\n" },
	{ "check", cmd_check, CMD_DATA,
	  "[DIR] [--format text|json|sarif|junit] "
	  "[--level error|warning|info] [--only dates] [--rules]",
	  "say what an auditor would find",
	  "  --format FORMAT      text (default), json, sarif or junit\n"
	  "  --level LEVEL        exit 1 from this level on (default: "
	  "warning)\n"
	  "  --only dates         only what the calendar makes wrong\n"
	  "  --rules              list the rules, as text or json\n" },
	{ "status", cmd_status, CMD_DATA,
	  "[DIR] [--format text|json] [--ascii]",
	  "say how far answers and documents are",
	  "  --format FORMAT      text (default) or json\n"
	  "  --json               the same as --format json\n"
	  "  --ascii              bars without block characters\n" },
	{ "register", cmd_register, CMD_DATA,
	  "[DIR] [NAME] [--where COLUMN=VALUE]... [--format text|csv|json]",
	  "list the registers, or print the rows of one",
	  "  --where COLUMN=VALUE only rows with this value; several must all "
	  "be so\n"
	  "  --format FORMAT      text (default), csv or json\n" },
	{ "review", cmd_review, CMD_DATA,
	  "[DIR] PATTERN... --by ROLE [--result TEXT] [--reviewed-on DATE]",
	  "record that answers and documents were reviewed",
	  "  PATTERN              labels of answered controls, ids of "
	  "documents: 'A.8.*'\n"
	  "  --by ROLE            the role that reviewed them\n"
	  "  --result TEXT        what came of it\n"
	  "  --reviewed-on DATE   when (default: today)\n" },
	{ "import", cmd_import, CMD_DATA,
	  "[DIR] soa|sheet|REGISTER FILE [--map COLUMN=NAME]... [--sheet NAME] "
	  "[--dry-run]",
	  "take a spreadsheet into the answers or a register",
	  "  --map COLUMN=NAME    what a column of the file is here\n"
	  "  --sheet NAME         of a workbook (default: the first)\n"
	  "  --dry-run, -n        show what would change, and write "
	  "nothing\n" },
	{ "template", cmd_template, CMD_DATA, "[DIR] [ID] [--eject|--diff]",
	  "list, print and copy the templates",
	  "  -v                   print a template with its modules in place\n"
	  "  --eject              copy it into documents/\n"
	  "  --diff               compare copies with what ships\n" },
	{ "catalog", cmd_catalog, CMD_DATA, "[NAME|FILE]",
	  "list the catalogues that ship, or the controls of one", NULL },
	{ "dossier", cmd_dossier, CMD_DATA,
	  "[DIR] [--view staff|management|public]",
	  "print everything that was read as XML",
	  "  --view VIEW          only what staff, management or the public "
	  "may read\n" },
	{ "resolve", cmd_resolve, CMD_DATA, "PROFILE",
	  "print the OSCAL catalogue that a profile stands for", NULL },
	{ "help", cmd_help, 0, "[COMMAND]", "say how a command is used",
	  NULL },
	{ NULL, NULL, 0, NULL, NULL, NULL }
};
