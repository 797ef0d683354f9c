/**
 * Playbooks: the JSON in the three playbook columns of {@code domain_configurations}, typed. Values and their checks only;
 * nothing here stores or runs them.
 */
@NullMarked
package dev.plinth.examples.domainflow.playbook;

import org.jspecify.annotations.NullMarked;
