package org.aludel.migrations.command;

import org.aludel.migrations.runtime.OfflineResult;
import org.aludel.migrations.scratch.ProofResult;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison found and the SQL that it leads to; no revision was written.
 *
 * @param found its {@code written} is null
 * @param proof null when there is no difference
 * @param script null when there is no difference
 */
public record AutogenerateScript(
    AutogenerateResult found, @Nullable ProofResult proof, @Nullable OfflineResult script) {}
