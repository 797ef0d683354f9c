package dev.plinth.job;

import java.io.PrintStream;

/**
 * Where a job writes.
 *
 * @param program stands before what is told to people
 * @param out the result alone, for people or programs
 * @param err everything else
 */
record Console(String program, PrintStream out, PrintStream err) {

    void print(String text) {
        out.print(text);
        out.flush();
    }

    void problem(String text) {
        err.println(program + ": " + text);
    }
}
