package org.culvert.cli;

/** What {@code culvertctl help} prints. */
final class Help {
    private Help() {}

    static int print(Terminal terminal) {
        terminal.say(
                """
                culvertctl [--socket PATH] [--json] COMMAND

                  connect FILE|NAME   [--wait [SECONDS]] [--user NAME --password-fd N]
                                      [--with FILE]... [--accept-unverified] [--accept-legacy]
                                      [--without-dns]  (a proxy's line: NAME:PASSWORD)
                  disconnect [NAME]   all of yours where no name is given
                  reconnect [NAME]
                  status              what is connected
                  watch               status changes, one a line
                  stats [--follow]    where the time of the data path goes; traffic
                  log                 the helper's diary

                  import FILE...      [--with FILE]...
                  list
                  check FILE...       what a file would do, and which lines have no effect
                  rename NAME NEW
                  remove NAME
                  export NAME         [--inlined]
                  doctor              checks this machine

                Exit codes: 0 done, 2 usage, 10 sign-in, 20 network, 30 TLS, 40 profile,
                50 helper, 60 system, 70 connection.\
                """);
        return 0;
    }
}
