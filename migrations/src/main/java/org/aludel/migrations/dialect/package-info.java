/**
 * How this module finds what is different on each database: the packages that need it declare a
 * port, and whoever knows a database provides it as a service.
 */
@NullMarked
package org.aludel.migrations.dialect;

import org.jspecify.annotations.NullMarked;
