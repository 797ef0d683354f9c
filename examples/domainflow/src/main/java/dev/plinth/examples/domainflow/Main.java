package dev.plinth.examples.domainflow;

/** The program of the example. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("DomainFlow: nothing here yet, on Java " + Runtime.version().feature());
    }
}
