import { producerListSchema, producerSchema, receiptSchema, type ChangeProducer, type NewProducer, type ProducerQuery } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from './request.js';

/** The register of producers. */
export const listProducersOptions = (query: ProducerQuery) =>
  queryOptions({ queryKey: ['producers', query], queryFn: ({ signal }) => getJson('producers', query, producerListSchema, signal) });

export const getProducerOptions = (id: number) =>
  queryOptions({ queryKey: ['producer', id], queryFn: ({ signal }) => getJson(`producers/${id}`, {}, producerSchema, signal) });

export const addProducer = (body: NewProducer) => sendJson('POST', 'producers', body, receiptSchema);
export const changeProducer = (id: number) => (body: ChangeProducer) => sendJson('PUT', `producers/${id}`, body, receiptSchema);
