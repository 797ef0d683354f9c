package dev.plinth.examples.domainflow;

/** The program of the example with its embedded servers, which are only on the class path of the tests. */
final class Demonstration {

    private Demonstration() {}

    public static void main(String[] arguments) {
        System.out.println("DomainFlow with embedded servers: " + String.join(" ", arguments));
        Main.main(arguments);
    }
}
