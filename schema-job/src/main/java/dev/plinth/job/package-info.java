/**
 * A schema as a job: {@link dev.plinth.job.Main} for a pipeline or an init container, {@link dev.plinth.job.Job} for a main
 * class of one's own. Decides nothing about a schema; stores are reached through {@code internal} only.
 */
@NullMarked
package dev.plinth.job;

import org.jspecify.annotations.NullMarked;
