/**
 * Examples of listeners that feed the libraries of others, which Core does not know. Shown in
 * docs/guide.md.
 */
@NullMarked
package org.aludel.benchmarks.observe;

import org.jspecify.annotations.NullMarked;
