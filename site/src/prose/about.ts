import type { Prose } from './prose.ts'

export const about: Prose = {
  title: { vi: 'Chúng tôi là ai', en: 'Who we are' },
  lead: {
    vi: 'Tiền góp vào tay ai, giấy phép nào, tài khoản nào: đủ cả ở đây.',
    en: 'Who takes the money, under which license, in which account: all of it is here.',
  },
  sections: [
    {
      id: 'entities',
      heading: { vi: 'Các pháp nhân nhận tiền', en: 'The legal entities that take money' },
      text: [
        {
          vi: 'Mỗi chương trình có một pháp nhân đứng tên. Tiền vào thẳng tài khoản của pháp nhân đó, không qua tay ai.',
          en: 'Each program has a legal entity behind it. Money goes straight to the account of that entity and through nobody’s hands.',
        },
      ],
      shows: 'entities',
    },
    {
      id: 'others',
      heading: { vi: 'Tài khoản khác không phải của chúng tôi', en: 'Any other account is not ours' },
      text: [
        {
          vi: 'Ngoài các số ở trên, số tài khoản nào tự xưng là của chương trình đều không phải. Thấy thì báo cho chúng tôi và cho công an phường.',
          en: 'Besides the numbers above, an account that claims to belong to a program does not. If you see one, tell us and the police of your ward.',
        },
      ],
    },
    {
      id: 'share',
      heading: { vi: 'Ai trả tiền giữ trang này', en: 'Who pays for this site' },
      text: [
        {
          vi: 'Chi quản lý của từng chương trình ghi trên trang của chương trình đó, tính theo phần trăm tiền góp. Phí của bên thanh toán (VNPAY, MoMo, ZaloPay, Stripe) do quỹ hay nhà tài trợ trả, trang chương trình ghi rõ; mỗi khoản phí là một dòng riêng trong sổ. Người góp không trả thêm cho trang này.',
          en: 'The share for administration stands on the page of each program, in percent of the gifts. The fees of payment providers (VNPAY, MoMo, ZaloPay, Stripe) are paid by the fund or by a sponsor, as the page of the program says; each is a line of its own in the book. Donors pay nothing extra to this site.',
        },
      ],
    },
  ],
}
