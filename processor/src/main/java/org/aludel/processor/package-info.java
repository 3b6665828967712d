/** The annotation processor: metamodel, readers, accessors and the index of mapped classes. */
@NullMarked
package org.aludel.processor;

import org.jspecify.annotations.NullMarked;
