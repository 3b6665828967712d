package org.aludel.orm.specimen;

import org.aludel.orm.mapping.DeclarativeBase;

/** What parcels are below. */
public abstract class ParcelBase extends DeclarativeBase {}
