package org.aludel.engine;

import java.time.Duration;
import java.util.List;
import org.aludel.engine.option.ExecutionOptions;
import org.jspecify.annotations.Nullable;

/**
 * One statement that was sent, as listeners see it. Immutable.
 *
 * @param sql the text as it was sent
 * @param bindTypes the SQL type names of the bind parameters, in order
 * @param binds their values in the same order, with nulls; not to be written anywhere unless the
 *     engine logs values
 * @param rowCount rows changed, or -1 for a statement that returns rows
 * @param elapsed from sending to the first answer, without the fetching of rows
 * @param cache what the statement cache did
 * @param failure what the driver threw, or null
 * @param options that held for it
 */
public record Execution(
    String sql,
    List<String> bindTypes,
    List<@Nullable Object> binds,
    long rowCount,
    Duration elapsed,
    CacheUse cache,
    @Nullable Throwable failure,
    ExecutionOptions options) {}
