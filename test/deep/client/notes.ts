import * as v1 from 'pipedrive/v1'
import * as v2 from 'pipedrive/v2'
import type { Client } from './useClient.ts'

export const testNotes = (client: Client) => {
  test('notes are written, changed, listed, found and deleted', async () => {
    const api = client.one(v1.NotesApi)
    const deal = await client.two(v2.DealsApi).addDeal({ AddDealRequest: { title: 'Noted' } })
    const deal_id = deal.data?.id ?? 0
    const content = '<p>Unheard-of words &amp; more</p>'
    const note = { content, deal_id, pinned_to_deal_flag: 1 } as const
    const added = await api.addNote({ AddNoteRequest: note })
    const id = added.data?.id ?? 0
    expect(added.data).toMatchObject({
      content,
      deal: { title: 'Noted' },
      pinned_to_deal_flag: true,
    })
    const changed = await api.updateNote({
      id,
      NoteRequest: { content: `${content}!`, person_id: 1 },
    })
    expect(changed.data).toMatchObject({ content: `${content}!`, deal_id, person_id: 1 })
    expect((await api.getNote({ id })).data?.content).toBe(`${content}!`)
    const list = await api.getNotes({ deal_id, sort: 'add_time DESC' })
    expect(list.data?.map(one => one.id)).toEqual([id])
    const found = await client.two(v2.DealsApi).searchDeals({ term: 'unheard-of', fields: 'notes' })
    expect(found.data?.items?.map(hit => hit.item?.id)).toEqual([deal_id])
    const counted = { id: deal_id, include_fields: 'notes_count' } as const
    expect((await client.two(v2.DealsApi).getDeal(counted)).data).toMatchObject({ notes_count: 1 })

    const comment = await api.addNoteComment({ id, CommentPostPutObject: { content: 'Agreed' } })
    const commentId = comment.data?.uuid ?? ''
    const again = { id, commentId, CommentPostPutObject: { content: 'Agreed!' } }
    expect((await api.updateCommentForNote(again)).data?.content).toBe('Agreed!')
    expect((await api.getComment({ id, commentId })).data?.object_id).toBe(String(id))
    expect((await api.getNoteComments({ id })).data).toHaveLength(1)
    expect((await api.deleteComment({ id, commentId })).data).toBe(true)
    expect((await api.getNoteComments({ id })).data).toEqual([])

    expect((await api.deleteNote({ id })).data).toBe(true)
    await expect(api.getNote({ id })).rejects.toMatchObject({ error: 'Note not found' })
    expect((await client.one(v1.NoteFieldsApi).getNoteFields()).data?.[0]?.key).toBe('content')
  })
}
