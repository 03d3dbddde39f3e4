// Tonghop adds up what the units of a Youth Union report on standard Excel forms, says what is missing or wrong, judges the
// year's targets, and fills the office's Word templates.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"regexp"
	"time"

	"github.com/urfave/cli/v2"

	"tonghop/lang"
)

// version is stated in the manifest and by --version.
const version = "0.1.0"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // who asks twice is not kept waiting
	status := run(ctx, os.Args, os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(int(status))
}

// run is the program: it turns arguments into an exit status, and is the only place that turns an error into one.
func run(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) status {
	said, ok := languageOf(args)
	if !ok {
		return sayError(stderr, said, usage(msgBadLang.With()))
	}
	args, err := flagsFirst(args)
	if err != nil {
		return sayError(stderr, said, usage(err))
	}
	result := fine
	app := &cli.App{
		Name: "tonghop", Version: version, Writer: stdout, ErrWriter: stderr,
		Usage:                     msgProgram.In(said),
		HideHelpCommand:           true,
		CustomAppHelpTemplate:     appHelp.In(said),
		ExitErrHandler:            func(*cli.Context, error) {},
		OnUsageError:              misuse,
		Action:                    func(c *cli.Context) error { return helpOrUnknown(c, said) },
		DisableSliceFlagSeparator: true,
	}
	cli.HelpFlag = &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: msgHelpFlag.In(said)}
	cli.VersionFlag = &cli.BoolFlag{Name: "version", Usage: msgVersionFlag.In(said)}
	for _, c := range commands() {
		app.Commands = append(app.Commands, &cli.Command{
			Name: c.name, Aliases: []string{c.alias}, Usage: c.title.In(said), ArgsUsage: c.args.In(said), Description: c.text.In(said) + "\n\n" + msgFlags.In(said) + "\n" + flagHelp(flagsOf(c), said),
			Flags: parsed(flagsOf(c)), HideHelpCommand: true, CustomHelpTemplate: commandHelp.In(said), OnUsageError: misuse,
			Action: func(cc *cli.Context) error {
				made, err := newCall(cc, c, said, stdout, stderr)
				if err != nil {
					return err
				}
				made.today = time.Now()
				made.noColor = made.noColor || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb"
				result, err = c.run(made)
				return err
			},
		})
	}
	if err := app.RunContext(ctx, args); err != nil {
		return sayError(stderr, said, err)
	}
	return result
}

// status is how the program ends.
type status int

// The exit statuses.
const (
	fine       status = 0 // nothing wrong
	failed     status = 1 // could not do it: disk, permission
	misused    status = 2 // used wrongly, or the catalogue or a template is faulty
	dataErrors status = 3 // done, and the data has errors
)

// usageError is the user's mistake or the office's own faulty catalogue or template.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func usage(err error) error { return usageError{err} }

// misuse marks a flag with a value that does not fit, such as --jobs many, as the user's mistake. Unknown flags and missing values were
// told before (flagsFirst).
func misuse(_ *cli.Context, err error, _ bool) error {
	if m := badValue.FindStringSubmatch(err.Error()); m != nil {
		return usage(msgBadValue.With(m[2], m[1]))
	}
	return usage(msgBadFlag.With())
}

// badValue is how the flag package of Go says that a value is no number.
var badValue = regexp.MustCompile(`invalid (?:boolean )?value "(.*)" for (?:flag )?(-[\w-]+)`)

// sayError says an error and gives its status.
func sayError(stderr io.Writer, said lang.Lang, err error) status {
	_, _ = io.WriteString(stderr, "tonghop: "+lang.Text(err, said)+"\n") // nowhere left to say that this failed
	var wrong usageError
	if errors.As(err, &wrong) {
		return misused
	}
	return failed
}

func isHelp(name string) bool { return name == "help" || name == "trogiup" }

// helpOrUnknown answers a call without a command, or with one that does not exist.
func helpOrUnknown(c *cli.Context, said lang.Lang) error {
	switch name := c.Args().First(); {
	case name == "" || isHelp(name) && c.NArg() == 1:
		return cli.ShowAppHelp(c)
	case isHelp(name):
		return cli.ShowCommandHelp(c, c.Args().Get(1))
	default:
		return usage(unknownCommand(name))
	}
}
