/**
 * Other tools, looped over namespaces as their manuals say. Compiled in the profile {@code benchmarks} only, as their
 * libraries are nobody's dependency; nothing of Plinth is called from here.
 */
package dev.plinth.examples.benchmarks.peers;
