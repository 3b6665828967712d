package org.aludel.orm.maps;

import org.aludel.orm.mapping.DeclarativeBase;

/** Collections by key. */
public abstract class ShelfBase extends DeclarativeBase {}
