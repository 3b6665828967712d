/**
 * From operations to statements: {@link org.aludel.migrations.plan.OperationOrder} completes and
 * sorts them by what they need of each other, {@link org.aludel.migrations.plan.DdlPlan} turns each
 * into DDL, {@link org.aludel.migrations.plan.TransactionGroup} says what cannot share a
 * transaction. Knows no database and no files.
 */
@NullMarked
package org.aludel.migrations.plan;

import org.jspecify.annotations.NullMarked;
