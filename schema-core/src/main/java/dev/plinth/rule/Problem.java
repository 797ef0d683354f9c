package dev.plinth.rule;

import java.util.Optional;

/**
 * Something wrong with a schema.
 *
 * @param subject where: {@code users.tenant_id}, {@code users -> "tennants"}, {@code Reports.tenant-domain-index}
 * @param message what is wrong; a limit of a store is named with its value
 * @param remedy what to write instead, as a sentence or two with the full stop
 * @param rule the rule that found it, by the simple name of its class
 * @param page the address of the page of the manual that has the limit, where there is one
 */
public record Problem(
        Severity severity, String subject, String message, String remedy, String rule, Optional<String> page)
        implements Comparable<Problem> {

    /** By subject first. */
    @Override
    public int compareTo(Problem other) {
        int order = subject.compareTo(other.subject);
        if (order == 0) {
            order = severity.compareTo(other.severity);
        }
        if (order == 0) {
            order = rule.compareTo(other.rule);
        }
        return order == 0 ? message.compareTo(other.message) : order;
    }

    /** Subject, what is wrong and what to write instead. */
    public String sentence() {
        return subject + ": " + message + ". " + remedy;
    }

    /** One line: {@code [ERROR] subject: message. Remedy. | Rule | page}. */
    public String line() {
        return "[" + severity + "] " + sentence() + " | " + rule + page.map(address -> " | " + address).orElse("");
    }
}
