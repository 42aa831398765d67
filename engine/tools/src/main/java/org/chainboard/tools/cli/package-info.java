/**
 * The command line: one class per command, answers on standard output, everything else on standard error, exit code 0
 * only on success.
 *
 * <p>Uses all other packages of the tools, picocli, Jackson and the engine. Start reading at {@link
 * org.chainboard.tools.cli.Cli}; a new command is added in its {@code commands}.
 */
package org.chainboard.tools.cli;
