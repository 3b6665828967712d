/**
 * Settings of migrations, merged once from defaults, {@code aludel.yaml}, environment and
 * properties. Read {@link org.aludel.migrations.config.Settings} first, then {@link
 * org.aludel.migrations.config.SettingsLoader}. Knows no Maven, no revisions and no database.
 */
@NullMarked
package org.aludel.migrations.config;

import org.jspecify.annotations.NullMarked;
