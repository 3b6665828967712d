/**
 * One database, many tenants, each with a schema of its own and a history of its own. Read first:
 * {@link org.aludel.migrations.tenant.TenantRun}, {@link org.aludel.migrations.tenant.TenantRule}.
 * Runs nothing itself: it is given a runner a tenant.
 */
@NullMarked
package org.aludel.migrations.tenant;

import org.jspecify.annotations.NullMarked;
