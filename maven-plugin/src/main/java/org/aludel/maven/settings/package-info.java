/**
 * Parameters of the goals, settings.xml and {@code aludel.yaml} as one settings record. Read {@link
 * org.aludel.maven.settings.ServerCredentials}. Knows no goal, no class of the project, no report.
 */
@NullMarked
package org.aludel.maven.settings;

import org.jspecify.annotations.NullMarked;
