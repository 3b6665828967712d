/** What listeners are told of changed attributes. */
@NullMarked
package org.aludel.orm.attributes;

import org.jspecify.annotations.NullMarked;
