/**
 * Golden files for unit tests: what is generated from a schema is compared with files in the repository. Knows no test
 * framework: a difference is an {@link AssertionError}, which every framework understands.
 */
@NullMarked
package dev.plinth.snapshot;

import org.jspecify.annotations.NullMarked;
