package org.aludel.orm.proxy;

import org.aludel.orm.mapping.DeclarativeBase;

/** Orders of articles by way of lines, which have columns of their own. */
public abstract class CartBase extends DeclarativeBase {}
