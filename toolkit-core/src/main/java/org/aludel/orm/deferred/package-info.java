/** Which columns of a class a statement leaves for later, and how their use is noticed. */
@NullMarked
package org.aludel.orm.deferred;

import org.jspecify.annotations.NullMarked;
