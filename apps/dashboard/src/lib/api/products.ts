import {
  productListSchema, productSetListSchema, productStorySchema, receiptSchema, similarProductListSchema, type Annulment, type ChangeProduct,
  type EarlierRecognition, type NewInspection, type NewProduct, type ProductQuery, type SimilarProductQuery,
} from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

/** The register of products, each with its certificate on a day (today unless said). */
export const listProductsOptions = (query: ProductQuery) =>
  queryOptions({ queryKey: ['products', query], queryFn: ({ signal }) => getJson('products', query, productListSchema, signal) });

/** Everything on record of a product. */
export const getProductOptions = (id: number) =>
  queryOptions({ queryKey: ['product', id], queryFn: ({ signal }) => getJson(`products/${id}`, {}, productStorySchema, signal) });

/** The 26 product sets (QĐ 148/QĐ-TTg, annex I). */
export const listProductSetsOptions = () =>
  queryOptions({ queryKey: ['product-sets'], queryFn: ({ signal }) => getJson('product-sets', {}, productSetListSchema, signal), staleTime: Number.POSITIVE_INFINITY });

/** Products whose name reads alike. */
export const listSimilarProductsOptions = (query: SimilarProductQuery) =>
  queryOptions({ queryKey: ['similar-products', query], queryFn: ({ signal }) => getJson('products/similar', query, similarProductListSchema, signal) });

export const addProduct = (body: NewProduct) => sendJson('POST', 'products', body, receiptSchema);
export const changeProduct = (id: number) => (body: ChangeProduct) => sendJson('PUT', `products/${id}`, body, receiptSchema);
export const addInspection = (productId: number) => (body: NewInspection) => sendJson('POST', `products/${productId}/inspections`, body, receiptSchema);
export const enterEarlierRecognition = (productId: number) => (body: EarlierRecognition) => sendJson('POST', `products/${productId}/recognitions`, body, receiptSchema);

/** Facts that are taken back by themselves, as the API's address names them. */
export type AnnulledFact = 'inspections' | 'evaluations' | 'recognitions' | 'revocations';

/** Takes back a fact that brought no step with it. */
export const annul = (what: AnnulledFact, id: number) => (body: Annulment) =>
  sendJson('POST', `${what}/${id}/annulment`, body, receiptSchema);
