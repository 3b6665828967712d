package org.aludel.migrations.command;

import java.nio.file.Path;
import org.aludel.migrations.reverse.ReverseRules;

/**
 * What to make classes of, and where.
 *
 * @param sources the folder of Java sources, above the folders of the package
 * @param overwrite whether files that are there with another content are replaced
 * @param dryRun whether nothing is written
 */
public record ReverseRequest(ReverseRules rules, Path sources, boolean overwrite, boolean dryRun) {}
