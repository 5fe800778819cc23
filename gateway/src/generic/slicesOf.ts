import { supergraphSlices, type SupergraphSlice } from "../slices/supergraphSlices";
import { SupergraphError, supergraphError } from "./supergraphError";

/** The slices of a supergraph, or a `SupergraphError` where it is none. */
export function slicesOf(supergraphSdl: string): readonly SupergraphSlice[] {
  const slices = read(supergraphSdl);
  if (slices.length === 0)
    throw new SupergraphError("It is no composed supergraph: no enum join__Graph names the slices, with their URLs.");
  return slices;
}

function read(supergraphSdl: string): readonly SupergraphSlice[] {
  try {
    return supergraphSlices(supergraphSdl);
  } catch (error) {
    throw supergraphError(error);
  }
}
